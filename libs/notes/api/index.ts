export { NOTE_ENTITIES } from './entities';
export { NotesModule } from './notes.module';
