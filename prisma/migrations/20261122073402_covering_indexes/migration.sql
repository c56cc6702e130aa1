-- Sums that are made again and again come from the index alone; covering, which Prisma's schema cannot say. Each takes the
-- place of an index with the same beginning.

-- One client's documents: what was invoiced and is open is summed whenever an invoice is issued or paid.
DROP INDEX "Document_businessId_partyId_createdAt_id_idx";
CREATE INDEX "Document_of_party" ON "Document" ("businessId", "partyId", "createdAt", id)
  INCLUDE (kind, currency, "totalAmount", "openAmount", "processingAmount", "issuedAt", "voidedAt");

-- The same of one client's payments.
DROP INDEX "Payment_businessId_partyId_receivedOn_id_idx";
CREATE INDEX "Payment_of_party" ON "Payment" ("businessId", "partyId", "receivedOn", id)
  INCLUDE (currency, amount, "refundedAmount", "disputedAmount", "reversedAt");

-- What was received this month, for the home page.
DROP INDEX "Payment_businessId_receivedOn_id_idx";
CREATE INDEX "Payment_received" ON "Payment" ("businessId", "receivedOn", id)
  INCLUDE (currency, amount, "refundedAmount", "disputedAmount", "reversedAt");

-- What the drafts come to, below the list of all invoices.
DROP INDEX "Document_drafts";
CREATE INDEX "Document_drafts" ON "Document" ("businessId", kind, "createdAt" DESC, id)
  INCLUDE (currency, "totalAmount") WHERE "issuedAt" IS NULL;

-- What went back of a client's payments: few, whatever they paid, and asked for on every statement and invoice of the portal.
CREATE INDEX "Payment_returned" ON "Payment" ("businessId", "partyId")
  WHERE "reversedAt" IS NOT NULL OR "refundedAmount" > 0 OR "disputedAmount" > 0;
