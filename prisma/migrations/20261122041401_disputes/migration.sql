-- CreateEnum
CREATE TYPE "DisputePhase" AS ENUM ('INQUIRY', 'OPEN', 'WON', 'LOST', 'CLOSED');

-- CreateTable
CREATE TABLE "Dispute" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "providerId" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "phase" "DisputePhase" NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateIndex
CREATE INDEX "Dispute_businessId_paymentId_idx" ON "Dispute"("businessId", "paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_businessId_providerId_key" ON "Dispute"("businessId", "providerId");

-- CreateIndex
CREATE INDEX "Checkout_businessId_state_settledAt_idx" ON "Checkout"("businessId", "state", "settledAt");

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_businessId_paymentId_fkey" FOREIGN KEY ("businessId", "paymentId") REFERENCES "Payment"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What needs a hand is few among many.
CREATE INDEX "Dispute_running" ON "Dispute" ("businessId", "paymentId") WHERE phase IN ('INQUIRY', 'OPEN');
