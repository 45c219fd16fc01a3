import { t } from '@/utils/browser/i18n.ts';
import '@/components/base.css';

document.title = t('capture_title');
