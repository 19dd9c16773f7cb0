package org.mmm.journal;

import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.apache.pekko.serialization.Serializers;

/** Between events and rows. */
final class EventCodec {
  private final Serialization serialization;

  EventCodec(ActorSystem system) {
    this.serialization = SerializationExtension.get(system);
  }

  StoredEvent encoded(PersistentRepr event) {
    Object payload = event.payload();
    Serializer serializer = serialization.findSerializerFor(payload);
    return new StoredEvent(
        event.persistenceId(),
        event.sequenceNr(),
        event.writerUuid(),
        event.timestamp(),
        event.manifest(),
        serializer.toBinary(payload),
        serializer.identifier(),
        Serializers.manifestFor(serializer, payload));
  }

  PersistentRepr decoded(StoredEvent row) {
    return PersistentRepr.apply(
            payload(row),
            row.sequenceNr(),
            row.persistenceId(),
            row.adapter(),
            false,
            null,
            row.writer())
        .withTimestamp(row.timestamp());
  }

  Object payload(StoredEvent row) {
    return serialization.deserialize(row.payload(), row.serializer(), row.manifest()).get();
  }
}
