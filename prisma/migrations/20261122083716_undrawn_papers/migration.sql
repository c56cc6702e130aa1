-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "pdfFailedAt" TIMESTAMPTZ(3);

-- Few, and counted by home: only those whose paper is still owed.
CREATE INDEX "Document_undrawn" ON "Document" ("businessId", kind, "createdAt" DESC, id) WHERE "pdfFailedAt" IS NOT NULL;
