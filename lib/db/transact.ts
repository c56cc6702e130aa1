import { Prisma, type PrismaClient } from './generated/client';
import { extendScoped, type ScopedDb } from './scoped';
import { triedAgain } from './tried-again';

const LOCKABLE = [
  'Business',
  'Party',
  'Document',
  'Payment',
  'Checkout',
  'NumberSeries',
  'Product',
] as const;
export type Lockable = (typeof LOCKABLE)[number];

const raw = Symbol('raw transaction');

/** The scoped client inside a transaction. Lock in this order: Business, Party, Document (by id), Payment, Checkout, NumberSeries; a Product alone. */
export type ScopedTx = ScopedDb & {
  /** Locks one row until the transaction ends. False when this business has no such row. */
  lock(model: Lockable, id: string): Promise<boolean>;
  /** What the transaction does last, in the order asked for: what holds a lock that everybody needs. */
  atEnd(last: () => Promise<void>): void;
  readonly [raw]: RawTx;
};

type RawTx = Pick<PrismaClient, '$queryRaw' | '$executeRaw' | '$queryRawUnsafe'>;

/** Runs `work` in one transaction bound to the business; again, when another one came in between (`triedAgain`). */
export async function transact<T>(
  businessId: string,
  work: (tx: ScopedTx) => Promise<T>,
): Promise<T> {
  return triedAgain(() =>
    extendScoped(businessId).$transaction(async (tx) => {
      const last: (() => Promise<void>)[] = [];
      const result = await work(wrap(tx, businessId, last));
      for (const each of last) await each();
      return result;
    }),
  );
}

/** The unscoped handle behind a transaction, for the platform's own SQL (jobs, lists). */
export function rawTx(tx: ScopedTx): RawTx {
  return tx[raw];
}

function wrap(tx: object, businessId: string, last: (() => Promise<void>)[]): ScopedTx {
  const sql = tx as RawTx;
  const extra = {
    [raw]: sql,
    atEnd: (each: () => Promise<void>) => void last.push(each),
    async lock(model: Lockable, id: string): Promise<boolean> {
      if (!LOCKABLE.includes(model)) throw new Error(`${model} is not lockable`);
      const table = Prisma.raw(`"${model}"`);
      const rows =
        model === 'Business'
          ? await sql.$queryRaw<
              unknown[]
            >`SELECT 1 FROM ${table} WHERE id = ${businessId}::uuid AND id = ${id}::uuid FOR UPDATE`
          : await sql.$queryRaw<
              unknown[]
            >`SELECT 1 FROM ${table} WHERE "businessId" = ${businessId}::uuid AND id = ${id}::uuid FOR UPDATE`;
      return rows.length === 1;
    },
  };
  return new Proxy(tx, {
    get: (target, property) =>
      Object.hasOwn(extra, property)
        ? extra[property as keyof typeof extra]
        : Reflect.get(target, property),
  }) as ScopedTx;
}
