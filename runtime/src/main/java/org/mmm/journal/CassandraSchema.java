package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The keyspace and its tables. Operators make them by the scripts in {@code deploy/cassandra}; a
 * node makes them itself only where it is told that this is for development.
 */
final class CassandraSchema {
  private static final String SCRIPT = "tables.cql";
  private static final Pattern TABLE = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)");

  /** To change the schema takes Cassandra longer than to read or write. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final CassandraSession session;
  private final CassandraSettings settings;

  CassandraSchema(CassandraSession session, CassandraSettings settings) {
    this.session = session;
    this.settings = settings;
  }

  /**
   * Makes sure that all tables are there.
   *
   * @throws JournalException if some are missing and this node may not make them
   */
  void ensure() {
    var statements = statements();
    var missing = missing(statements);
    if (missing.isEmpty()) {
      return;
    }
    if (!settings.createSchema()) {
      throw new JournalException(refusal(missing, tables(statements).size()), null);
    }
    session.await("creating the keyspace " + settings.keyspace(), LIMIT, () -> createKeyspace());
    for (var statement : statements) {
      session.await("creating a table", LIMIT, () -> create(statement));
    }
  }

  private TreeSet<String> missing(List<String> statements) {
    var missing = tables(statements);
    session.await(
        "looking for the tables of " + settings.keyspace(),
        LIMIT,
        () -> {
          session
              .execute(
                  "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?",
                  settings.keyspace())
              .forEach(row -> missing.remove(row.getString(0)));
          return missing;
        });
    return missing;
  }

  private boolean createKeyspace() {
    return session
        .executeOnce(
            "CREATE KEYSPACE IF NOT EXISTS "
                + settings.keyspace()
                + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
            LIMIT)
        .wasApplied();
  }

  private boolean create(String statement) {
    var qualified =
        TABLE
            .matcher(statement)
            .replaceFirst("CREATE TABLE IF NOT EXISTS " + settings.keyspace() + ".$1");
    return session.executeOnce(qualified, LIMIT).wasApplied();
  }

  private String refusal(TreeSet<String> missing, int of) {
    var what =
        missing.size() == of ? "no tables of ours" : "no table " + String.join(", ", missing);
    return "keyspace "
        + settings.keyspace()
        + " in Cassandra at "
        + CassandraSession.where(settings)
        + " has "
        + what
        + ": run deploy/cassandra/keyspace.cql and tables.cql once, or, for development only, start"
        + " with mmm.journal.cassandra.create-schema = dev (MMM_CASSANDRA_CREATE_SCHEMA=dev)";
  }

  private static TreeSet<String> tables(List<String> statements) {
    var tables = new TreeSet<String>();
    for (var statement : statements) {
      var name = TABLE.matcher(statement);
      if (!name.find()) {
        throw new IllegalStateException(SCRIPT + " has another statement: " + statement);
      }
      tables.add(name.group(1));
    }
    return tables;
  }

  /** The statements of the script, without comments. */
  private static List<String> statements() {
    try (var script = CassandraSchema.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IllegalStateException(
            "org/mmm/journal/" + SCRIPT + " is missing in this program's files: install it anew");
      }
      var text = new String(script.readAllBytes(), UTF_8).replaceAll("(?m)^--.*$", "");
      return Pattern.compile(";")
          .splitAsStream(text)
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
