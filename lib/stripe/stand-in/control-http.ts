import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { fromOurOwnPage, readBody, sendJson } from '@/lib/http/local-server/responses';
import { ApiRefusal } from '@/lib/stripe/stand-in/api-refusal';
import type { Control } from '@/lib/stripe/stand-in/control';
import { outages } from '@/lib/stripe/stand-in/faults';

type Deed = (control: Control, input: unknown) => unknown;

const session = z.strictObject({ session: z.string() });
const refund = z.strictObject({ refund: z.string() });
const count = z.strictObject({ count: z.int().min(0) });
const seconds = z.strictObject({ seconds: z.int().nullable() });

const reads: Record<string, (control: Control) => unknown> = {
  deliveries: (control) => control.webhooks.deliveries(),
  events: (control) => control.events(),
  requests: (control) => control.requests(),
  sessions: (control) => control.sessions(),
  ready: () => ({ ready: true }),
};

const deeds: Record<string, Deed> = {
  pay: deed(
    z.strictObject({
      session: z.string(),
      method: z.enum(['card', 'debit']).default('card'),
      decline: z.boolean().optional(),
      email: z.string().optional(),
      name: z.string().optional(),
    }),
    (control, { session: id, ...shopper }) => control.pay(id, shopper),
  ),
  settle: deed(session, (control, given) => control.settle(given.session)),
  fail: deed(session, (control, given) => control.fail(given.session)),
  expire: deed(session, (control, given) => control.expire(given.session)),
  session: deed(session, (control, given) => control.session(given.session)),
  intent: deed(z.strictObject({ paymentIntent: z.string() }), (control, given) =>
    control.intent(given.paymentIntent),
  ),
  refund: deed(
    z.strictObject({ paymentIntent: z.string(), amount: z.int().positive().optional() }),
    (control, given) => control.refund(given.paymentIntent, given.amount),
  ),
  'settle-refund': deed(refund, (control, given) => control.settleRefund(given.refund)),
  'fail-refund': deed(refund, (control, given) => control.failRefund(given.refund)),
  dispute: deed(
    z.strictObject({
      charge: z.string(),
      amount: z.int().positive().optional(),
      reason: z.string().optional(),
      inquiry: z.boolean().optional(),
    }),
    (control, { charge, ...terms }) => control.dispute(charge, terms),
  ),
  'escalate-dispute': deed(z.strictObject({ dispute: z.string() }), (control, given) =>
    control.escalateDispute(given.dispute),
  ),
  'close-dispute': deed(
    z.strictObject({ dispute: z.string(), outcome: z.enum(['won', 'lost']) }),
    (control, given) => control.closeDispute(given.dispute, given.outcome),
  ),
  'add-webhook': deed(
    z.strictObject({
      key: z.string(),
      url: z.string(),
      secret: z.string().optional(),
      events: z.array(z.string()).optional(),
      oldShape: z.boolean().optional(),
    }),
    (control, given) => control.addWebhook(given),
  ),
  'remove-webhook': deed(z.strictObject({ endpoint: z.string() }), (control, given) =>
    control.removeWebhook(given.endpoint),
  ),
  resend: deed(z.strictObject({ event: z.string() }), (control, given) => ({
    sent: control.resend(given.event),
  })),
  'revoke-key': deed(z.strictObject({ key: z.string() }), (control, given) =>
    control.revokeKey(given.key),
  ),
  'set-down': deed(z.strictObject({ outage: z.enum(outages).nullable() }), (control, given) =>
    control.setDown(given.outage),
  ),
  'set-latency': deed(z.strictObject({ milliseconds: z.int().min(0) }), (control, given) =>
    control.setLatency(given.milliseconds),
  ),
  'lose-answers': deed(count, (control, given) => control.loseAnswers(given.count)),
  'set-time': deed(seconds, (control, given) => control.setTime(given.seconds)),
  advance: deed(z.strictObject({ seconds: z.int() }), (control, given) =>
    control.advance(given.seconds),
  ),
  'pause-webhooks': deed(z.strictObject({}), (control) => control.webhooks.pause()),
  'resume-webhooks': deed(z.strictObject({}), (control) => control.webhooks.resume()),
  'reorder-webhooks': deed(z.strictObject({}), (control) => control.webhooks.reorder()),
  'duplicate-webhooks': deed(count, (control, given) =>
    control.webhooks.duplicateNext(given.count),
  ),
  'drop-webhooks': deed(count, (control, given) => control.webhooks.dropNext(given.count)),
  'idle-webhooks': deed(z.strictObject({}), (control) => control.webhooks.idle()),
};

/** The same controls for a test in another process: GET /_control/<what>, POST /_control/<deed> with JSON. */
export async function answerControl(
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
  verb: string,
): Promise<void> {
  if (request.method === 'GET' && Object.hasOwn(reads, verb)) {
    sendJson(response, 200, reads[verb]?.(control));
    return;
  }
  const run = Object.hasOwn(deeds, verb) ? deeds[verb] : undefined;
  if (request.method !== 'POST' || !run) {
    sendJson(response, 404, { error: { message: `No control named ${verb}.` } });
    return;
  }
  const json = request.headers['content-type']?.startsWith('application/json');
  if (!json || !fromOurOwnPage(request)) {
    sendJson(response, 415, { error: { message: 'Controls take application/json.' } });
    return;
  }
  try {
    const body = await readBody(request);
    sendJson(response, 200, (await run(control, JSON.parse(body || '{}'))) ?? {});
  } catch (problem) {
    if (problem instanceof ApiRefusal) sendJson(response, problem.status, problem.body());
    else if (problem instanceof z.ZodError || problem instanceof SyntaxError) {
      sendJson(response, 400, { error: { message: problem.message } });
    } else throw problem;
  }
}

function deed<S extends z.ZodType>(
  schema: S,
  run: (control: Control, given: z.infer<S>) => unknown,
): Deed {
  return (control, input) => run(control, schema.parse(input));
}
