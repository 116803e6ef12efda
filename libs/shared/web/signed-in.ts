import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { EtagMemory } from './etag-memory';
import { HandedOver } from './handed-over';
import { problemOf } from './problem';
import { SessionEnd } from './session-end';

/** Who is signed in and where, as `GET /api/v1/session` answers. */
export interface SessionInfo {
  readonly personName: string;
  readonly roles: readonly string[];
  readonly clinicName: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly language: string;
  /** Today at the clinic, `2026-11-24`. */
  readonly today: string;
  /** Whether this is the demo clinic. */
  readonly demo: boolean;
  /** Minutes without a key or pointer after which the server ends the session; 15 unless sent. */
  readonly idleMinutes?: number;
}

/** Why the sign-in screen is shown, so that it can say so. */
export type SignedOutReason = 'none' | 'signed-out' | 'ended' | 'unreachable';

/**
 * The person signed in, and the ways in and out. Everything kept in memory about them is forgotten when they leave.
 */
@Injectable({ providedIn: 'root' })
export class SignedIn {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly memory = inject(EtagMemory);
  private readonly end = inject(SessionEnd);
  private readonly handedOver = inject(HandedOver);

  private readonly current = signal<SessionInfo | null>(null);
  private readonly why = signal<SignedOutReason>('none');
  private asked: Promise<SessionInfo | null> | null = null;
  /** The server has said that nobody is signed in; it need not be asked again until someone is. */
  private nobody = false;
  /** What this page was signed in with; unknown after it was loaded anew. In memory only. */
  private readonly address = signal('');
  /** Where the last person was: whoever signs in with the same address goes on there, another one does not. */
  private left: { readonly address: string; readonly url: string } | null = null;

  readonly info = this.current.asReadonly();
  readonly reason = this.why.asReadonly();
  readonly name = computed(() => this.current()?.personName ?? '');
  /** The email it was signed in with, or nothing after a reload. */
  readonly email = this.address.asReadonly();
  readonly roles = computed(() => this.current()?.roles ?? []);
  readonly clinicName = computed(() => this.current()?.clinicName ?? '');
  readonly timeZone = computed(() => this.current()?.timeZone ?? 'UTC');
  readonly language = computed(() => this.current()?.language ?? 'en');
  readonly demo = computed(() => this.current()?.demo ?? false);

  constructor() {
    this.end.happened.subscribe(() => void this.goToSignIn('ended'));
  }

  /** Whether the person has one of these roles. */
  hasRole(...roles: readonly string[]): boolean {
    return this.roles().some((role) => roles.includes(role));
  }

  /** Who is signed in; asks the server only while neither side knows. Null when nobody is, or the server cannot be reached. */
  known(): Promise<SessionInfo | null> {
    const info = this.current();
    if (info !== null || this.nobody) return Promise.resolve(info);
    this.asked ??= this.ask().finally(() => (this.asked = null));
    return this.asked;
  }

  /**
   * Signs in and goes to where the same person was, or to the start.
   * @throws ProblemError `sign_in_failed`, `too_many_attempts`, `network_lost` ...
   */
  async signIn(email: string, password: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/session', { email, password }));
    this.handedOver.end();
    this.memory.forget();
    this.hold(await firstValueFrom(this.http.get<SessionInfo>('/api/v1/session')));
    this.address.set(email.toLowerCase());
    const back = this.left?.address === this.address() ? this.left.url : '/';
    this.left = null;
    await this.router.navigateByUrl(back, { replaceUrl: true });
  }

  /** Signs out. Also without an answer of the server the screen is cleared. */
  async signOut(): Promise<void> {
    this.end.finish();
    await firstValueFrom(this.http.delete('/api/v1/session')).catch(() => undefined);
    this.left = null;
    await this.goToSignIn('signed-out');
  }

  /** The idle time is over: the screen is cleared at once, the server is told, and the same person can go on after signing in. */
  async endIdle(): Promise<void> {
    this.end.finish();
    const told = firstValueFrom(this.http.delete('/api/v1/session')).catch(() => undefined);
    await this.goToSignIn('ended');
    await told;
  }

  /** Ends the session without waiting for anything, for the quick exit: the page is left in the same moment. */
  leaveAtOnce(): void {
    this.end.finish();
    this.forget();
    void fetch('/api/v1/session', { method: 'DELETE', headers: { 'X-Kinfold': '1' }, keepalive: true }).catch(
      () => undefined,
    );
  }

  private async ask(): Promise<SessionInfo | null> {
    try {
      const info = await firstValueFrom(this.http.get<SessionInfo>('/api/v1/session'));
      this.hold(info);
      return info;
    } catch (thrown) {
      this.nobody = problemOf(thrown).code === 'unauthenticated';
      if (!this.nobody && this.why() === 'none') this.why.set('unreachable');
      return null;
    }
  }

  private hold(info: SessionInfo): void {
    this.current.set(info);
    this.why.set('none');
    this.nobody = false;
    this.end.begin();
  }

  private forget(): void {
    this.current.set(null);
    this.address.set('');
    this.memory.forget();
  }

  private async goToSignIn(reason: SignedOutReason): Promise<void> {
    if (reason === 'ended' && this.address() !== '') this.left = { address: this.address(), url: this.router.url };
    this.why.set(reason);
    this.nobody = true;
    this.forget();
    await this.router.navigateByUrl('/sign-in', { replaceUrl: true });
  }
}
