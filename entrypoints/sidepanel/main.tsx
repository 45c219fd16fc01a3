import { mountAnalyses } from '../analyses/mount.tsx';
import '@/components/base.css';
import '../analyses/analyses.css';

await mountAnalyses();
