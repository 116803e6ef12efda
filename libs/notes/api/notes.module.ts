import { Module } from '@nestjs/common';
import { AddAddendum } from './add-addendum/add-addendum';
import { BeginNote } from './begin-note/begin-note';
import { NotesController } from './notes.controller';
import { OpenNote } from './open-note/open-note';
import { SaveSection } from './save-section/save-section';
import { SignNote } from './sign-note/sign-note';

@Module({
  controllers: [NotesController],
  providers: [AddAddendum, BeginNote, OpenNote, SaveSection, SignNote],
})
export class NotesModule {}
