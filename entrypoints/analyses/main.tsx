import { mountAnalyses } from './mount.tsx';
import '@/components/base.css';
import './analyses.css';

await mountAnalyses();
