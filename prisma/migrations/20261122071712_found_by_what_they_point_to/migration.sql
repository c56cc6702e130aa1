-- The address printed on a PDF names a document and no business.
CREATE INDEX "Document_issued" ON "Document" (id) WHERE "issuedAt" IS NOT NULL;

-- What is found by what it points to, where few rows point anywhere; Prisma's schema cannot say so. The first also makes
-- deleting a draft cost the same however much mail there is.
CREATE INDEX "Message_of_document" ON "Message" ("businessId", "documentId") WHERE "documentId" IS NOT NULL;
CREATE INDEX "Message_of_payment" ON "Message" ("businessId", "paymentId") WHERE "paymentId" IS NOT NULL;
CREATE INDEX "Event_of_payment" ON "Event" ("businessId", "paymentId", seq) WHERE "paymentId" IS NOT NULL;
CREATE INDEX "Payment_of_checkout" ON "Payment" ("businessId", "checkoutId") WHERE "checkoutId" IS NOT NULL;
