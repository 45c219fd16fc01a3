import { render } from 'preact';

render(<p>Detonate</p>, document.getElementById('root')!);
