import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdAnswer } from '@kinfold/families/api';
import { type Context, Ctx, Endpoint, IdParam, IfMatch, type KinfoldRequest } from '@kinfold/shared/api';
import { AddAddendum } from './add-addendum/add-addendum';
import { BeginNote } from './begin-note/begin-note';
import { NoteAnswer, NoteSignedAnswer, SectionSavedAnswer } from './notes.answers';
import { AddendumRequest, SaveSectionRequest, SignNoteRequest } from './notes.requests';
import { OpenNote } from './open-note/open-note';
import { SaveSection } from './save-section/save-section';
import { SignNote } from './sign-note/sign-note';

const STAFF = ['staff'] as const;

@ApiTags('notes')
@Controller()
export class NotesController {
  constructor(
    private readonly beginNote: BeginNote,
    private readonly openNote: OpenNote,
    private readonly saveSection: SaveSection,
    private readonly signNote: SignNote,
    private readonly addAddendum: AddAddendum,
  ) {}

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/note',
    permission: 'progress-note:create',
    audit: 'note.begun',
    surfaces: STAFF,
    operation: 'beginNote',
    summary: 'Begins the note of a session, drafted from its moments, or gives the one that was begun.',
    answer: IdAnswer,
  })
  begin(@Ctx() context: Context, @IdParam('sessionId') sessionId: string): Promise<IdAnswer> {
    return this.beginNote.run(context, sessionId);
  }

  @Endpoint({
    method: 'GET',
    path: 'notes/:noteId',
    permission: 'progress-note:read',
    audit: 'note.opened',
    surfaces: STAFF,
    operation: 'openNote',
    summary: 'A note: the texts of a draft for its authors, of a signed note for the team.',
    answer: NoteAnswer,
    jsonText: true,
  })
  open(@Ctx() context: Context, @IdParam('noteId') noteId: string): Promise<string> {
    return this.openNote.run(context, noteId);
  }

  @Endpoint({
    method: 'PUT',
    path: 'families/:familyId/notes/:noteId/sections/:sectionId',
    permission: 'progress-note:update',
    audit: 'note.saved',
    surfaces: STAFF,
    operation: 'saveNoteSection',
    summary: 'Saves one section of a draft. The id of a new section is made by the client, its version is 0.',
    answer: SectionSavedAnswer,
    ifMatch: true,
  })
  save(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @IdParam('noteId') noteId: string,
    @IdParam('sectionId') sectionId: string,
    @IfMatch() version: number,
    @Body() request: SaveSectionRequest,
  ): Promise<SectionSavedAnswer> {
    return this.saveSection.run(context, { familyId, noteId, sectionId }, version, request);
  }

  @Endpoint({
    method: 'POST',
    path: 'notes/:noteId/sign',
    permission: 'progress-note:sign',
    audit: 'note.signed',
    surfaces: STAFF,
    operation: 'signNote',
    summary: 'Signs and locks a note, after the password was given again.',
    answer: NoteSignedAnswer,
  })
  sign(
    @Ctx() context: Context,
    @IdParam('noteId') noteId: string,
    @Body() request: SignNoteRequest,
    @Req() { ip }: KinfoldRequest,
  ): Promise<NoteSignedAnswer> {
    return this.signNote.run(context, noteId, request.password, ip);
  }

  @Endpoint({
    method: 'POST',
    path: 'notes/:noteId/addenda',
    permission: 'progress-note:amend',
    audit: 'note.amended',
    surfaces: STAFF,
    status: 201,
    operation: 'addAddendum',
    summary: 'Adds something to a signed note; the original stays as it was.',
    answer: IdAnswer,
  })
  amend(
    @Ctx() context: Context,
    @IdParam('noteId') noteId: string,
    @Body() request: AddendumRequest,
  ): Promise<IdAnswer> {
    return this.addAddendum.run(context, noteId, request);
  }
}
