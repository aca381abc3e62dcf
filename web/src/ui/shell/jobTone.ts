import type { JobState } from '@/api/queries/operations';
import type { Tone } from '../forms/Note';

const tones: Record<JobState, Tone> = { created: 'plain', running: 'accent', completed: 'good', failed: 'bad', cancelled: 'warn' };

export const jobTone = (state: JobState): Tone => tones[state];
