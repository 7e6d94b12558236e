/** Runs jobs one after another in the order they were asked for; a job that throws does not stop the next. */
export function createLine(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const mine = last.then(job, job);
    last = mine.catch(() => {});
    return mine;
  };
}
