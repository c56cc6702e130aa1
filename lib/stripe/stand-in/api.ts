import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { readBody, sendJson } from '@/lib/http/local-server/responses';
import { ApiRefusal } from '@/lib/stripe/stand-in/api-refusal';
import type { Faults } from '@/lib/stripe/stand-in/faults';
import { canonicalForm, decodeForm, type FormTree } from '@/lib/stripe/stand-in/form';
import { expand } from '@/lib/stripe/stand-in/listing';
import { findOperation } from '@/lib/stripe/stand-in/operations';
import { pinnedVersion, type Simulation } from '@/lib/stripe/stand-in/simulation';
import { type Account, accountOf, makeId } from '@/lib/stripe/stand-in/world';

/** One API request as tests look at it. */
export interface ApiRequest {
  id: string;
  method: string;
  path: string;
  params: FormTree;
  account: string | null;
  idempotencyKey: string | null;
  version: string | null;
  status: number;
  replayed: boolean;
}
interface Answer {
  status: number;
  body: unknown;
  replayed: boolean;
  original: string | null;
}
export interface Api {
  simulation: Simulation;
  faults: Faults;
  requests: ApiRequest[];
  log(line: string): void;
}

const keptRequests = 1000;
const keptAnswers = 2000;
const underway = new WeakMap<Account, Set<string>>();

/** Answers one request to /v1/… as Stripe would. */
export async function answerApi(
  api: Api,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const id = makeId('req_', 14);
  const entry: ApiRequest = {
    id,
    method: request.method ?? 'GET',
    path: url.pathname,
    params: {},
    account: null,
    idempotencyKey: headerOf(request, 'idempotency-key'),
    version: headerOf(request, 'stripe-version'),
    status: 0,
    replayed: false,
  };
  api.requests.push(entry);
  api.requests.splice(0, Math.max(0, api.requests.length - keptRequests));
  const outcome = await carryOut(api, request, url, entry).catch((problem: unknown): Answer => {
    if (problem instanceof ApiRefusal) {
      return { status: problem.status, body: problem.body(), replayed: false, original: null };
    }
    api.log(`${entry.method} ${entry.path} broke: ${(problem as Error).stack ?? String(problem)}`);
    const error = { type: 'api_error', message: `The stand-in for Stripe broke (${id}).` };
    return { status: 500, body: { error }, replayed: false, original: null };
  });
  entry.status = outcome.status;
  entry.replayed = outcome.replayed;
  if (api.faults.answerIsLost()) {
    request.socket.destroy();
    return;
  }
  const headers: Record<string, string> = {
    'request-id': id,
    'stripe-version': entry.version ?? pinnedVersion,
  };
  if (entry.idempotencyKey) headers['idempotency-key'] = entry.idempotencyKey;
  if (outcome.replayed) headers['idempotent-replayed'] = 'true';
  if (outcome.original) headers['original-request'] = outcome.original;
  sendJson(response, outcome.status, outcome.body, headers);
}

async function carryOut(
  api: Api,
  request: IncomingMessage,
  url: URL,
  entry: ApiRequest,
): Promise<Answer> {
  const account = authenticate(api.simulation, request);
  entry.account = account.id;
  if (entry.version && !/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(entry.version)) {
    throw new ApiRefusal(`Invalid Stripe API version: ${entry.version}`);
  }
  const form = await formOf(request, url);
  entry.params = form;
  const { latency } = api.faults;
  if (entry.method !== 'POST' || !entry.idempotencyKey) {
    if (latency) await wait(latency);
    return execute(api.simulation, account, entry, form);
  }
  return once(api, account, entry, form, entry.idempotencyKey);
}

/** POST under an idempotency key: the first answer is kept, and given again to the same request. */
async function once(
  api: Api,
  account: Account,
  entry: ApiRequest,
  form: FormTree,
  key: string,
): Promise<Answer> {
  if (key.length > 255) throw new ApiRefusal('Idempotency keys can be at most 255 characters.');
  const written = canonicalForm(form);
  const kept = Object.hasOwn(account.answers, key) ? account.answers[key] : undefined;
  if (kept) {
    if (kept.path !== entry.path || kept.form !== written) {
      throw new ApiRefusal(
        `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        { type: 'idempotency_error' },
      );
    }
    return { status: kept.status, body: kept.body, replayed: true, original: kept.requestId };
  }
  const busy = underway.get(account) ?? new Set<string>();
  underway.set(account, busy);
  if (busy.has(key)) {
    throw new ApiRefusal(
      `There is currently another in-progress request using this Stripe-Idempotency-Key: ${key}.`,
      { status: 409, code: 'idempotency_key_in_use' },
    );
  }
  busy.add(key);
  try {
    if (api.faults.latency) await wait(api.faults.latency);
    const answer = execute(api.simulation, account, entry, form);
    keep(account, key, entry, written, answer);
    api.simulation.changed();
    return answer;
  } catch (problem) {
    if (problem instanceof ApiRefusal && !problem.beforeExecution) {
      const refused = {
        status: problem.status,
        body: problem.body(),
        replayed: false,
        original: null,
      };
      keep(account, key, entry, written, refused);
      api.simulation.changed();
    }
    throw problem;
  } finally {
    busy.delete(key);
  }
}

function execute(
  simulation: Simulation,
  account: Account,
  entry: ApiRequest,
  form: FormTree,
): Answer {
  const found = findOperation(entry.method, entry.path);
  if (!found) {
    throw new ApiRefusal(`Unrecognized request URL (${entry.method}: ${entry.path}).`, {
      status: 404,
      beforeExecution: true,
    });
  }
  const run = found.operation.prepare(form, found.id);
  simulation.cause = { id: entry.id, idempotency_key: entry.idempotencyKey };
  try {
    const object = run(simulation, account);
    if (entry.method !== 'GET') simulation.changed();
    const { id, ...rest } = expand(account, object, expansions(form));
    const body = id ? { id, ...rest } : rest;
    return { status: 200, body, replayed: false, original: null };
  } finally {
    simulation.cause = null;
  }
}

/** The operation's rule has made sure that these are texts. */
function expansions(form: FormTree): string[] {
  return Object.values(form.expand ?? {}).filter((path) => typeof path === 'string');
}

function keep(
  account: Account,
  key: string,
  entry: ApiRequest,
  form: string,
  answer: Answer,
): void {
  const { status, body } = answer;
  account.answers[key] = { path: entry.path, form, status, body, requestId: entry.id };
  const keys = Object.keys(account.answers);
  for (const old of keys.slice(0, Math.max(0, keys.length - keptAnswers)))
    delete account.answers[old];
}

function authenticate(simulation: Simulation, request: IncomingMessage): Account {
  const key = keyOf(headerOf(request, 'authorization') ?? '');
  if (!key) {
    throw new ApiRefusal('You did not provide an API key.', { status: 401 });
  }
  if (/^pk_(test|live)_/.test(key)) {
    throw new ApiRefusal(
      'This API call cannot be made with a publishable API key. Please use a secret API key.',
      { status: 401, code: 'secret_key_required' },
    );
  }
  if (!/^[sr]k_(test|live)_[A-Za-z0-9_]{8,240}$/.test(key)) {
    throw new ApiRefusal(`Invalid API Key provided: ${key.slice(0, 8)}********`, { status: 401 });
  }
  const account = accountOf(simulation.world, key, simulation.now());
  if (account.revoked) {
    throw new ApiRefusal(`Expired API Key provided: ${account.keyHint}`, {
      status: 401,
      code: 'api_key_expired',
    });
  }
  const connected = headerOf(request, 'stripe-account');
  if (connected !== null && connected !== account.id) {
    throw new ApiRefusal(
      `The provided key '${account.keyHint}' does not have access to account '${connected}'.`,
      { status: 403, code: 'account_invalid' },
    );
  }
  return account;
}

function keyOf(authorization: string): string {
  const [scheme, rest = ''] = authorization.split(' ');
  if (scheme === 'Bearer') return rest;
  if (scheme !== 'Basic') return '';
  return Buffer.from(rest, 'base64').toString('utf8').split(':')[0] ?? '';
}

async function formOf(request: IncomingMessage, url: URL): Promise<FormTree> {
  if (request.method !== 'POST') return decodeForm(url.search.slice(1));
  const body = await readBody(request);
  if (body === undefined) throw new ApiRefusal('Request body too large.', { status: 413 });
  const type = headerOf(request, 'content-type') ?? '';
  if (body && !type.startsWith('application/x-www-form-urlencoded')) {
    throw new ApiRefusal(
      'Invalid request: the v1 API expects the content type application/x-www-form-urlencoded.',
    );
  }
  return decodeForm(body);
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}
