import { ApiRefusal } from '@/lib/stripe/stand-in/api-refusal';

/** `error` answers 500, `refuse` breaks the connection, `hang` never answers, `rate_limit` says 429. */
export const outages = ['error', 'refuse', 'hang', 'rate_limit'] as const;
export type Outage = (typeof outages)[number];

/** What is wrong with the simulated API right now, for tests. */
export class Faults {
  outage: Outage | null = null;
  /** Milliseconds before each request is carried out. */
  latency = 0;
  private answersToLose = 0;

  /** The next requests are carried out, but the connection breaks before the answer. */
  loseAnswers(count: number): void {
    this.answersToLose = count;
  }

  answerIsLost(): boolean {
    if (this.answersToLose === 0) return false;
    this.answersToLose -= 1;
    return true;
  }

  refusal(): ApiRefusal {
    return this.outage === 'rate_limit'
      ? new ApiRefusal('Request rate limit exceeded.', { status: 429, code: 'rate_limit' })
      : new ApiRefusal('An unknown error occurred.', { status: 500, type: 'api_error' });
  }
}
