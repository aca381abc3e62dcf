import more from './en.json?more';
import { addTexts } from './index';

addTexts(more);
