-- AlterEnum
ALTER TYPE "MailKind" ADD VALUE 'NEW_DEVICE';

-- AlterEnum
ALTER TYPE "LinkPurpose" ADD VALUE 'END_SESSION';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "typedBody" TEXT,
ADD COLUMN     "typedSubject" TEXT;

-- AlterTable
ALTER TABLE "Link" ADD COLUMN     "endsId" UUID;

-- AlterTable
ALTER TABLE "PortalSession" ADD COLUMN     "deviceHash" TEXT;

-- CreateTable
CREATE TABLE "SignUpRequest" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignUpRequest_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_businessId_endsId_fkey" FOREIGN KEY ("businessId", "endsId") REFERENCES "PortalSession"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
