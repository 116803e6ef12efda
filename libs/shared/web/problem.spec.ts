import { ProblemError, fieldSentences, problemOf, readProblem } from './problem';

const field = { field: 'lines.2.text', code: 'max_length', message: 'Write 250 words at most.' };

describe('readProblem', () => {
  it('takes code, detail, fields and request id when the server sent a problem', () => {
    const body = {
      code: 'validation_failed',
      detail: 'Some fields need another look.',
      fields: [field],
      requestId: 'r-1',
      status: 422,
    };
    expect(readProblem(422, body)).toMatchObject({
      code: 'validation_failed',
      status: 422,
      detail: body.detail,
      fields: [field],
      requestId: 'r-1',
    });
  });

  it('keeps what else came with the code when a warning names someone', () => {
    expect(readProblem(409, { code: 'duplicate_person_warning', persons: [{ id: 'p' }] }).more['persons']).toEqual([
      { id: 'p' },
    ]);
  });

  it.each([
    [0, 'network_lost'],
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [412, 'version_stale'],
    [428, 'version_missing'],
    [429, 'too_many_attempts'],
    [500, 'server_failed'],
    [502, 'server_failed'],
  ])('goes by the status when %i came without a code', (status, code) => {
    for (const body of [null, undefined, '<html>', 7, [], { code: 3 }])
      expect(readProblem(status, body).code).toBe(code);
  });

  it('leaves out what is no field problem when the list is odd', () => {
    expect(readProblem(422, { fields: [field, null, { field: 1 }, 'x'] }).fields).toEqual([field]);
  });
});

describe('problemOf', () => {
  it('is the problem itself when a request was refused', () => {
    const problem = readProblem(404, null);
    expect(problemOf(new ProblemError(problem))).toBe(problem);
  });

  it('hides the text when the defect is ours', () => {
    expect(problemOf(new TypeError('secret of Rosa'))).toMatchObject({ code: 'server_failed', detail: '' });
  });
});

describe('fieldSentences', () => {
  it('finds those of the field and beneath it when there are several', () => {
    const problem = readProblem(422, { fields: [field, { field: 'line', code: 'a', message: 'other' }] });
    expect(fieldSentences(problem, 'lines')).toEqual([field.message]);
    expect(fieldSentences(problem, 'lines.2')).toEqual([field.message]);
    expect(fieldSentences(problem, 'lines.1')).toEqual([]);
    expect(fieldSentences(null, 'lines')).toEqual([]);
  });
});
