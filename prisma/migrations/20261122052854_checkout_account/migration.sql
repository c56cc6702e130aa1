-- AlterTable
ALTER TABLE "Checkout" ADD COLUMN     "live" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "stripeAccountId" TEXT NOT NULL DEFAULT '';
