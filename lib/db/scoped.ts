import { unscopedDb } from './client';
import type { PrismaClient } from './generated/client';

type RawMethod = '$queryRaw' | '$queryRawUnsafe' | '$executeRaw' | '$executeRawUnsafe';
type ConnectionMethod = '$connect' | '$disconnect' | '$on' | '$extends' | '$transaction';
type InstanceModel =
  | 'user'
  | 'staffSession'
  | 'passwordReset'
  | 'signUpRequest'
  | 'workerHeartbeat'
  | 'rateLimit'
  | 'eventChain';

/** Prisma, bound to one business: no raw SQL, no instance-wide tables, no way to another business's rows. */
export type ScopedDb = Omit<PrismaClient, RawMethod | ConnectionMethod | InstanceModel>;

const INSTANCE_MODELS = new Set([
  'User',
  'StaffSession',
  'PasswordReset',
  'SignUpRequest',
  'WorkerHeartbeat',
  'RateLimit',
  'EventChain',
]);

const NARROWED = new Set([
  'findFirst',
  'findFirstOrThrow',
  'findMany',
  'count',
  'aggregate',
  'groupBy',
  'updateMany',
  'updateManyAndReturn',
  'deleteMany',
]);

type Args = { where?: Record<string, unknown>; data?: unknown; create?: unknown; update?: unknown };

/** Thrown when code reaches for another business: always a bug, never shown to a person. */
export class OutOfScope extends Error {}

/** The Prisma extension that keeps every top-level operation within `businessId` (safety: a forgotten check is an error, not a leak). */
export function scopedExtension(businessId: string) {
  return {
    name: 'business-scope',
    query: {
      $allModels: {
        // biome-ignore lint/suspicious/noExplicitAny: Prisma types this hook over every model at once
        async $allOperations({ model, operation, args, query }: any) {
          return query(scopeArgs(businessId, model, operation, args ?? {}));
        },
      },
    },
  };
}

/** A client bound to one business. */
export function scopedDb(businessId: string): ScopedDb {
  return extendScoped(businessId) as unknown as ScopedDb;
}

/** The same client with `$transaction`, for `transact` only. */
export function extendScoped(businessId: string) {
  return unscopedDb().$extends(scopedExtension(businessId));
}

/** Rewrites or refuses the arguments of one operation. Exported for its test. */
export function scopeArgs(businessId: string, model: string, operation: string, args: Args): Args {
  if (INSTANCE_MODELS.has(model)) throw new OutOfScope(`${model} is not within a business`);
  const idField = model === 'Business' ? 'id' : 'businessId';

  const refuseMove = (data: unknown) => {
    if (data && typeof data === 'object' && idField in data) {
      throw new OutOfScope(`${model}.${operation} may not change ${idField}`);
    }
  };
  const requireOwn = (data: unknown) => {
    for (const row of Array.isArray(data) ? data : [data]) {
      if ((row as Record<string, unknown> | undefined)?.[idField] !== businessId) {
        throw new OutOfScope(`${model}.${operation} without its own ${idField}`);
      }
    }
  };

  if (NARROWED.has(operation)) {
    if (operation.startsWith('update')) refuseMove(args.data);
    const where = args.where
      ? { AND: [{ [idField]: businessId }, args.where] }
      : { [idField]: businessId };
    return { ...args, where };
  }
  switch (operation) {
    case 'create':
    case 'createMany':
    case 'createManyAndReturn':
      if (model === 'Business') throw new OutOfScope('a business is not made within a business');
      requireOwn(args.data);
      return args;
    case 'findUnique':
    case 'findUniqueOrThrow':
    case 'delete':
      requireKey(businessId, idField, model, operation, args.where);
      return args;
    case 'update':
      requireKey(businessId, idField, model, operation, args.where);
      refuseMove(args.data);
      return args;
    case 'upsert':
      requireKey(businessId, idField, model, operation, args.where);
      requireOwn(args.create);
      refuseMove(args.update);
      return args;
    default:
      throw new OutOfScope(`${model}.${operation} is not scoped`);
  }
}

function requireKey(
  businessId: string,
  idField: string,
  model: string,
  operation: string,
  where: Record<string, unknown> | undefined,
): void {
  if (where?.[idField] === businessId) return;
  for (const value of Object.values(where ?? {})) {
    if (
      value &&
      typeof value === 'object' &&
      (value as Record<string, unknown>).businessId === businessId
    ) {
      return;
    }
  }
  throw new OutOfScope(`${model}.${operation} without its own ${idField} in the key`);
}
