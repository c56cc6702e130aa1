/** What one statement can check. Each answers a row `what` for every breach; $1 is the business. */
export const SUM_CHECKS: { rule: string; sql: string }[] = [
  {
    rule: 'open amount = total − what payments settled',
    sql: `
      SELECT coalesce(d.number, d.id::text) || ': open ' || d."openAmount" || ', should be ' || due AS what
      FROM "Document" d
      LEFT JOIN LATERAL (
        SELECT coalesce(sum(a.amount), 0) AS settled FROM "Allocation" a
        WHERE a."businessId" = d."businessId" AND a."documentId" = d.id
      ) s ON true,
      LATERAL (SELECT CASE WHEN d."issuedAt" IS NULL OR d."voidedAt" IS NOT NULL THEN 0 ELSE d."totalAmount" - s.settled END AS due) e
      WHERE d."businessId" = $1::uuid AND d."openAmount" <> due`,
  },
  {
    rule: 'processing amount = checkouts under way',
    sql: `
      SELECT coalesce(d.number, d.id::text) || ': processing ' || d."processingAmount" || ', should be ' || p.due AS what
      FROM "Document" d,
      LATERAL (
        SELECT CASE WHEN d."openAmount" > 0 THEN coalesce(sum(i.amount), 0) ELSE 0 END AS due
        FROM "CheckoutItem" i JOIN "Checkout" c ON c."businessId" = i."businessId" AND c.id = i."checkoutId"
        WHERE i."businessId" = d."businessId" AND i."documentId" = d.id AND c.state = 'PROCESSING'
      ) p
      WHERE d."businessId" = $1::uuid AND d."processingAmount" <> p.due`,
  },
  {
    rule: 'a payment settles no more than what is left of it',
    sql: `
      SELECT p.id::text || ': settles ' || sum(a.amount) || ' of ' || (p.amount - p."refundedAmount" - p."disputedAmount") AS what
      FROM "Payment" p JOIN "Allocation" a ON a."businessId" = p."businessId" AND a."paymentId" = p.id
      WHERE p."businessId" = $1::uuid
      GROUP BY p."businessId", p.id
      HAVING sum(a.amount) > CASE WHEN p."reversedAt" IS NULL THEN p.amount - p."refundedAmount" - p."disputedAmount" ELSE 0 END`,
  },
  {
    rule: 'a payment settles only its own client’s documents, in its own currency',
    sql: `
      SELECT p.id::text || ' settles ' || d.id::text AS what
      FROM "Allocation" a
      JOIN "Payment" p ON p."businessId" = a."businessId" AND p.id = a."paymentId"
      JOIN "Document" d ON d."businessId" = a."businessId" AND d.id = a."documentId"
      WHERE a."businessId" = $1::uuid AND (p."partyId" <> d."partyId" OR p.currency <> d.currency OR d."issuedAt" IS NULL)`,
  },
  {
    rule: 'a client’s balance = their documents and payments',
    sql: `
      WITH documents AS (
        SELECT "partyId", currency, sum("totalAmount") AS invoiced, sum("openAmount") AS open, sum("processingAmount") AS processing
        FROM "Document" WHERE "businessId" = $1::uuid AND kind = 'INVOICE' AND "issuedAt" IS NOT NULL AND "voidedAt" IS NULL
        GROUP BY 1, 2
      ), payments AS (
        SELECT p."partyId", p.currency, sum(p.amount - p."refundedAmount" - p."disputedAmount") AS paid,
          sum(coalesce((SELECT sum(a.amount) FROM "Allocation" a WHERE a."businessId" = p."businessId" AND a."paymentId" = p.id), 0)) AS settled
        FROM "Payment" p WHERE p."businessId" = $1::uuid AND p."reversedAt" IS NULL
        GROUP BY 1, 2
      ), ground AS (
        SELECT "partyId", currency, coalesce(invoiced, 0) AS invoiced, coalesce(paid, 0) AS paid, coalesce(open, 0) AS open,
          coalesce(paid, 0) - coalesce(settled, 0) AS credit, coalesce(processing, 0) AS processing
        FROM documents FULL JOIN payments USING ("partyId", currency)
      )
      SELECT "partyId"::text || ' ' || currency AS what
      FROM ground FULL JOIN (SELECT * FROM "PartyBalance" WHERE "businessId" = $1::uuid) b USING ("partyId", currency)
      WHERE (coalesce(ground.invoiced, 0), coalesce(ground.paid, 0), coalesce(ground.open, 0), coalesce(ground.credit, 0), coalesce(ground.processing, 0))
        IS DISTINCT FROM
        (coalesce(b.invoiced, 0)::numeric, coalesce(b.paid, 0)::numeric, coalesce(b.open, 0)::numeric, coalesce(b.credit, 0)::numeric, coalesce(b.processing, 0)::numeric)`,
  },
  {
    rule: 'numbers run without a gap, and the counter stands at the last',
    sql: `
      SELECT d.period || ': ' || count(*) || ' documents, last ' || max(d.sequence) || ', counter ' || coalesce(c."lastNumber"::text, 'none') AS what
      FROM "Document" d
      LEFT JOIN "NumberCounter" c ON c."businessId" = d."businessId" AND c."seriesId" = d."seriesId" AND c.period = d.period
      WHERE d."businessId" = $1::uuid AND d."issuedAt" IS NOT NULL
      GROUP BY d."seriesId", d.period, c."lastNumber"
      HAVING count(*) <> max(d.sequence) OR min(d.sequence) <> 1 OR max(d.sequence) IS DISTINCT FROM c."lastNumber"`,
  },
  {
    rule: 'tax by rate adds up to the document’s tax',
    sql: `
      SELECT d.number || ': ' || coalesce(sum(t.tax), 0) || ' instead of ' || d."taxAmount" AS what
      FROM "Document" d LEFT JOIN "DocumentTax" t ON t."businessId" = d."businessId" AND t."documentId" = d.id
      WHERE d."businessId" = $1::uuid AND d."issuedAt" IS NOT NULL
      GROUP BY d."businessId", d.id
      HAVING coalesce(sum(t.tax), 0) <> d."taxAmount" OR coalesce(sum(t.base), 0) <> d."netAmount"`,
  },
  {
    rule: 'no event was changed, added or taken out',
    sql: `
      SELECT 'event ' || seq AS what FROM (
        SELECT e.seq, e.hash <> event_hash(e) AS changed,
          e."previousHash" <> coalesce(lag(e.hash) OVER chain, '') AS unchained,
          e.seq <> coalesce(lag(e.seq) OVER chain, 0) + 1 AS gap
        FROM "Event" e WHERE e."businessId" = $1::uuid WINDOW chain AS (ORDER BY e.seq)
      ) x WHERE changed OR unchained OR gap
      UNION ALL
      SELECT 'the chain ends at ' || c.seq || ', the events at ' || coalesce(last.seq, 0)
      FROM "EventChain" c LEFT JOIN LATERAL (
        SELECT e.seq, e.hash FROM "Event" e WHERE e."businessId" = c."businessId" ORDER BY e.seq DESC LIMIT 1
      ) last ON true
      WHERE c."businessId" = $1::uuid AND (c.seq <> coalesce(last.seq, 0) OR c.hash <> coalesce(last.hash, ''))`,
  },
];
