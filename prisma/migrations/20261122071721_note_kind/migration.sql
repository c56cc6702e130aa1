-- CreateEnum
CREATE TYPE "NoteKind" AS ENUM ('NOTE', 'CALL');

-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "kind" "NoteKind" NOT NULL DEFAULT 'NOTE';
