package org.mmm.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process by its number and the time when it began: the number alone may be another's by now.
 *
 * @param pid its number
 * @param started when it began, in milliseconds since 1970; 0 where the system does not tell
 */
public record ProcessId(long pid, long started) {
  /** The system tells the time it was started at by way of the time of its boot, which wavers. */
  private static final Duration WAVERS = Duration.ofSeconds(2);

  static ProcessId of(ProcessHandle process) {
    return new ProcessId(
        process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }

  /** Whether it lives. */
  public boolean lives() {
    return handle().isPresent();
  }

  /** Ends it as the operating system does at its worst; says whether there was anything to end. */
  public boolean kill() {
    return handle().map(ProcessHandle::destroyForcibly).orElse(false);
  }

  /** Asks it to end; says whether there was anything to end. */
  public boolean terminate() {
    return handle().map(ProcessHandle::destroy).orElse(false);
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isThis);
  }

  private boolean isThis(ProcessHandle other) {
    return Math.abs(of(other).started() - started) <= WAVERS.toMillis();
  }
}
