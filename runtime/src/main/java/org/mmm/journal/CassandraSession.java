package org.mmm.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.internal.core.config.typesafe.DefaultDriverConfigLoader;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cassandra for all but the journal plugin, which has connections of its own: blocking work on a
 * few threads behind a bounded queue, one statement after the other. There are no transactions:
 * what must not happen beside something else is a conditional write.
 */
final class CassandraSession implements AutoCloseable {
  private final CassandraSettings settings;
  private final CqlSession session;
  private final SideRequests requests;
  private final Map<String, PreparedStatement> prepared = new ConcurrentHashMap<>();

  private CassandraSession(CassandraSettings settings, CqlSession session, SideRequests requests) {
    this.settings = settings;
    this.session = session;
    this.requests = requests;
  }

  /**
   * Connects, and waits for a Cassandra that is still starting.
   *
   * @param root a whole configuration, with the driver's settings in it
   * @throws JournalException if none answers in time
   */
  static CassandraSession open(Config root, CassandraSettings settings) {
    // Resolved when it is read, so that this session's settings are those of this node and not of
    // the process.
    var loader =
        new DefaultDriverConfigLoader(
            () -> root.getConfig(CassandraConfig.DRIVER), /* supportReloading= */ false);
    var connecting = CqlSession.builder().withConfigLoader(loader).buildAsync();
    try {
      var session =
          connecting
              .toCompletableFuture()
              .get(settings.startWithin().toMillis(), TimeUnit.MILLISECONDS);
      return new CassandraSession(
          settings,
          session,
          new SideRequests(settings.sideThreads(), settings.maxWaitingRequests()));
    } catch (ExecutionException e) {
      throw unreachable(settings, line(e.getCause()), e);
    } catch (TimeoutException e) {
      connecting.whenComplete((late, failed) -> close(late));
      throw unreachable(
          settings, "no answer within " + settings.startWithin().toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(settings, "interrupted", e);
    }
  }

  /** A statement of ours; {@code $} stands for the keyspace. */
  ResultSet execute(String cql, @Nullable Object... values) {
    var statement =
        prepared.computeIfAbsent(
            cql, text -> session.prepare(text.replace("$", settings.keyspace())));
    return session.execute(statement.bind(values));
  }

  /** As it stands, unprepared: for the schema. */
  ResultSet executeOnce(String cql, Duration limit) {
    return session.execute(
        com.datastax.oss.driver.api.core.cql.SimpleStatement.newInstance(cql).setTimeout(limit));
  }

  /**
   * Runs statements on a thread for blocking work.
   *
   * @param what names the work in an error: "reading blob ..."
   * @param limit after which the work fails for its caller; it may still be done later
   * @return fails with {@link JournalException}
   */
  <T> CompletionStage<T> submit(String what, Duration limit, Supplier<T> work) {
    return requests.submit(what, limit, () -> said(what, work));
  }

  /**
   * As {@link #submit}, and waits for it.
   *
   * @throws JournalException if Cassandra fails or does not answer
   */
  <T> T await(String what, Duration limit, Supplier<T> work) {
    return requests.await(what, limit, () -> said(what, work));
  }

  /** Ends the work and the connections. */
  @Override
  public void close() {
    requests.close();
    session.close();
  }

  private <T> T said(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (DriverException e) {
      throw new JournalException(
          what + " failed in Cassandra at " + where(settings) + ": " + line(e), e);
    }
  }

  private static JournalException unreachable(
      CassandraSettings settings, String reason, Exception cause) {
    return new JournalException(
        "Cassandra at "
            + where(settings)
            + " cannot be had: "
            + reason
            + "; start it, or name another (--contact-points, mmm.journal.cassandra.contact-points,"
            + " MMM_CASSANDRA_CONTACT_POINTS)",
        cause);
  }

  static String where(CassandraSettings settings) {
    return String.join(",", settings.contactPoints());
  }

  private static String line(@Nullable Throwable failure) {
    var cause =
        failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
    return String.valueOf(cause == null ? null : cause.getMessage())
        .lines()
        .findFirst()
        .orElse("no reason given");
  }

  private static void close(@Nullable CqlSession late) {
    if (late != null) {
      late.closeAsync();
    }
  }
}
