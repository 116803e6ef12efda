import { Injectable, inject } from '@angular/core';
import { Api, recordAttendance, recordMoment, undoMoment, wordMoment } from '@kinfold/shared/contract/staff';
import { ProblemError, SignedIn, readProblem } from '@kinfold/shared/web';
import type { RoomAct } from './room-acts';
import { RoomQueue } from './room-queue';

interface Owner {
  readonly name: string;
  /** Empty after the page was loaded anew: then nobody typed it here. */
  readonly email: string;
}

interface Kept {
  readonly sessionId: string;
  readonly owner: Owner;
  readonly queue: RoomQueue;
}

/**
 * The queues of the rooms that were open here. They outlive the page, so that what was tapped still leaves after going elsewhere or
 * after signing in again; they send only while the person who tapped is signed in. In memory alone.
 */
@Injectable({ providedIn: 'root' })
export class RoomQueues {
  private readonly api = inject(Api);
  private readonly signedIn = inject(SignedIn);
  private readonly all: Kept[] = [];

  constructor() {
    addEventListener('online', () => this.all.forEach(({ queue }) => void queue.sendNow()));
    addEventListener('beforeunload', (event) => {
      if (this.all.some(({ queue }) => queue.waiting().length > 0)) event.preventDefault();
    });
  }

  /** The queue of a session for whoever is signed in. */
  of(sessionId: string): RoomQueue {
    const known = this.all.find((kept) => kept.sessionId === sessionId && this.isHere(kept.owner));
    if (known) return known.queue;
    const owner = { name: this.signedIn.name(), email: this.signedIn.email() };
    const queue = new RoomQueue({
      send: (act) => (this.isHere(owner) ? this.send(sessionId, act) : Promise.reject(notNow())),
      wait: {
        after(milliseconds, call) {
          const timer = setTimeout(call, milliseconds);
          return () => clearTimeout(timer);
        },
      },
    });
    this.all.push({ sessionId, owner, queue });
    return queue;
  }

  private isHere(owner: Owner): boolean {
    const [name, email] = [this.signedIn.name(), this.signedIn.email()];
    return name !== '' && name === owner.name && (email === '' || owner.email === '' || email === owner.email);
  }

  private send(sessionId: string, act: RoomAct): Promise<unknown> {
    switch (act.act) {
      case 'attendance': {
        const { id, memberId, status } = act;
        return this.api.invoke(recordAttendance, { sessionId, body: { id, memberId, status } });
      }
      case 'moment': {
        const { id, kind, memberId, technique, at } = act;
        return this.api.invoke(recordMoment, { sessionId, body: { id, kind, memberId, technique, at, words: null } });
      }
      case 'words':
        return this.api.invoke(wordMoment, { sessionId, momentId: act.momentId, body: { words: act.words } });
      case 'undo':
        return this.api.invoke(undoMoment, { sessionId, momentId: act.momentId });
    }
  }
}

/** Nobody, or somebody else, is signed in: it waits as without a network. */
function notNow(): ProblemError {
  return new ProblemError(readProblem(0, null));
}
