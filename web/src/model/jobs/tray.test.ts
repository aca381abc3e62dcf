import { describe, expect, it } from 'vitest';
import { pace, withNews, type TrayJob } from './tray';

const job = (state: TrayJob['state'], percent = 0, jobId = 'A'): TrayJob => ({ jobId, kind: 'items.import', state, progress: { rowsRead: percent * 10, rowsResolved: percent * 10, percent } });

describe('the jobs tray', () => {
  it('puts new jobs first and renews known ones', () => {
    const jobs = withNews(withNews(withNews([], job('created'), 0), job('created', 0, 'B'), 1), job('running', 10), 2);
    expect(jobs.map(one => `${one.jobId} ${one.state}`)).toEqual(['B created', 'A running']);
  });

  it('does not let an ended job run again', () => {
    const jobs = withNews(withNews([], job('completed', 100), 0), job('running', 90), 1);
    expect(jobs[0]?.state).toBe('completed');
  });

  it('tells speed and time left from the news', () => {
    const jobs = withNews(withNews([], job('running', 10), 1000), job('running', 30), 3000);
    expect(pace(jobs[0]!)).toEqual({ rowsPerSecond: 100, left: 7000 });
    expect(pace(withNews(jobs, job('completed', 100), 4000)[0]!)).toEqual({});
  });
});
