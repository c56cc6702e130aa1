-- CreateEnum
CREATE TYPE "SavedList" AS ENUM ('CLIENTS', 'INVOICES');

-- AlterEnum
ALTER TYPE "TaxCategory" ADD VALUE 'INTRA_COMMUNITY' BEFORE 'OUTSIDE_SCOPE';
ALTER TYPE "TaxCategory" ADD VALUE 'EXPORT' BEFORE 'OUTSIDE_SCOPE';

-- AlterTable
ALTER TABLE "Business" ADD COLUMN     "requiredClientFields" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "SavedView" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "list" "SavedList" NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateIndex
CREATE INDEX "SavedView_businessId_userId_list_idx" ON "SavedView"("businessId", "userId", "list");

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_businessId_userId_fkey" FOREIGN KEY ("businessId", "userId") REFERENCES "Membership"("businessId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
