import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldProblem, invalidField } from '@kinfold/shared/kernel';

/** No request of ours is nested deeper than four; what goes deeper only wants to exhaust the stack of whoever walks it (AP-02). */
const DEPTH_LIMIT = 10;

const UNKNOWN = 'This property is not known here. Leave it out.';

class BodyPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    refuseTraps(value);
    return super.transform(value, metadata);
  }
}

/** Checks every body against its DTO class. An unknown property is refused, not dropped (AZ-12). */
export function validationPipe(): ValidationPipe {
  return new BodyPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new DomainError('invalid', 'validation_failed', 'Some fields need another look.', fieldProblems(errors)),
  });
}

/** What the classes behind would trip over or silently leave out: endless nesting, and names that every object has by itself (AZ-12). */
function refuseTraps(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH_LIMIT)
      throw new DomainError('invalid', 'malformed_request', 'This is nested too deeply. Nothing was changed.');
    const objects = level.filter((item): item is object => typeof item === 'object' && item !== null);
    const trap = objects.flatMap((item) => Object.keys(item)).find((name) => name in Object.prototype);
    if (trap !== undefined) throw invalidField(trap, 'unknown_property', UNKNOWN);
    level = objects.flatMap((item) => Object.values(item));
  }
}

function fieldProblems(errors: readonly ValidationError[], path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = `${path}${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      field,
      ...problem(rule, message),
    }));
    return [...own, ...fieldProblems(error.children ?? [], `${field}.`)];
  });
}

function problem(rule: string, message: string): Omit<FieldProblem, 'field'> {
  if (rule === 'whitelistValidation') return { code: 'unknown_property', message: UNKNOWN };
  return { code: rule.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), message };
}
