-- What lists, their counts and their sums read; all partial or covering, which Prisma's schema cannot say.

-- Sums of what is open come from the index alone.
DROP INDEX "Document_open";
CREATE INDEX "Document_open" ON "Document" ("businessId", kind, "dueOn", id)
  INCLUDE (currency, "totalAmount", "openAmount", "processingAmount", "issuedAt", "voidedAt", "partyId") WHERE "openAmount" > 0;

-- What one client owes, and whether a client of a list owes anything late.
CREATE INDEX "Document_open_of_party" ON "Document" ("businessId", "partyId", "dueOn", id)
  INCLUDE (kind, currency, "openAmount", "processingAmount", "issuedAt", "voidedAt") WHERE "openAmount" > 0;

-- What is paid is most of everything: its list, count and sums come from the index too.
CREATE INDEX "Document_paid" ON "Document" ("businessId", kind, "createdAt" DESC, id DESC) INCLUDE (currency, "totalAmount", "openAmount")
  WHERE "issuedAt" IS NOT NULL AND "voidedAt" IS NULL AND "openAmount" = 0;

-- Payments on their way, and payments of which something went back: few, whatever the size of the business.
CREATE INDEX "Document_processing" ON "Document" ("businessId", kind)
  INCLUDE (currency, "openAmount", "processingAmount") WHERE "processingAmount" > 0;
CREATE INDEX "Payment_taken" ON "Payment" ("businessId")
  INCLUDE (currency, "refundedAmount", "disputedAmount", "reversedAt") WHERE "refundedAmount" > 0 OR "disputedAmount" > 0;

-- The list of clients and its tabs.
CREATE INDEX "Party_active" ON "Party" ("businessId", "sortName", id) WHERE "archivedAt" IS NULL;
CREATE INDEX "PartyBalance_owing" ON "PartyBalance" ("businessId", "partyId") WHERE open > 0;

-- Clients with credit, for what needs a hand on the home page.
CREATE INDEX "PartyBalance_credit" ON "PartyBalance" ("businessId", "partyId", currency) WHERE credit > 0;
