package org.mmm.journal;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.persistence.SelectedSnapshot;
import org.apache.pekko.persistence.SnapshotMetadata;
import org.apache.pekko.persistence.SnapshotSelectionCriteria;
import org.apache.pekko.persistence.snapshot.japi.SnapshotStore;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.apache.pekko.serialization.Serializers;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/**
 * Pekko's snapshots on the embedded database. Made by Pekko, by this class's name, with the
 * settings of {@link JournalConfig}.
 */
public final class EmbeddedSnapshots extends SnapshotStore {
  private final JournalDatabase database;
  private final Serialization serialization;
  private final Duration limit;

  /** As Pekko calls it. */
  public EmbeddedSnapshots(Config config) {
    var system = context().system();
    this.database = JournalSetup.database(system);
    this.serialization = SerializationExtension.get(system);
    this.limit = config.getDuration("timeout");
  }

  @Override
  public Future<Optional<SelectedSnapshot>> doLoadAsync(
      String persistenceId, SnapshotSelectionCriteria criteria) {
    return FutureConverters.asScala(
        database
            .read(
                "reading the snapshot of " + persistenceId,
                limit,
                connection -> SnapshotTable.newest(connection, persistenceId, range(criteria)))
            .thenApply(found -> found.map(this::decoded)));
  }

  @Override
  public Future<Void> doSaveAsync(SnapshotMetadata metadata, Object state) {
    SnapshotTable.Row row;
    try {
      row = encoded(metadata, state);
    } catch (RuntimeException e) {
      return Futures.failed(e);
    }
    return write(
        "storing the snapshot of " + metadata.persistenceId(),
        connection -> SnapshotTable.put(connection, row));
  }

  @Override
  public Future<Void> doDeleteAsync(SnapshotMetadata metadata) {
    long nr = metadata.sequenceNr();
    return delete(metadata.persistenceId(), new SnapshotTable.Range(nr, nr, 0, Long.MAX_VALUE));
  }

  @Override
  public Future<Void> doDeleteAsync(String persistenceId, SnapshotSelectionCriteria criteria) {
    return delete(persistenceId, range(criteria));
  }

  private Future<Void> delete(String persistenceId, SnapshotTable.Range range) {
    return write(
        "deleting snapshots of " + persistenceId,
        connection -> SnapshotTable.delete(connection, persistenceId, range));
  }

  private Future<Void> write(String what, JournalDatabase.Work<Integer> work) {
    return FutureConverters.asScala(database.write(what, limit, work).thenAccept(rows -> {}));
  }

  private static SnapshotTable.Range range(SnapshotSelectionCriteria criteria) {
    return new SnapshotTable.Range(
        criteria.minSequenceNr(),
        criteria.maxSequenceNr(),
        criteria.minTimestamp(),
        criteria.maxTimestamp());
  }

  private SnapshotTable.Row encoded(SnapshotMetadata metadata, Object state) {
    Serializer serializer = serialization.findSerializerFor(state);
    return new SnapshotTable.Row(
        metadata.persistenceId(),
        metadata.sequenceNr(),
        metadata.timestamp(),
        serializer.toBinary(state),
        serializer.identifier(),
        Serializers.manifestFor(serializer, state));
  }

  private SelectedSnapshot decoded(SnapshotTable.Row row) {
    return SelectedSnapshot.create(
        new SnapshotMetadata(row.persistenceId(), row.sequenceNr(), row.timestamp()),
        serialization.deserialize(row.payload(), row.serializer(), row.manifest()).get());
  }
}
