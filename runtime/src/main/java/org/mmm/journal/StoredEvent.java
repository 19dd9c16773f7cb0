package org.mmm.journal;

/**
 * One event as a row of the journal.
 *
 * @param persistenceId of the entity that wrote it
 * @param sequenceNr from 1, without gaps for one entity
 * @param writer the incarnation of the entity that wrote it
 * @param timestamp when, in epoch milliseconds
 * @param adapter the manifest of the event adapter; empty without one
 * @param payload the event, encoded
 * @param serializer the ID of what encoded it
 * @param manifest what the serializer needs to decode it
 */
record StoredEvent(
    String persistenceId,
    long sequenceNr,
    String writer,
    long timestamp,
    String adapter,
    byte[] payload,
    int serializer,
    String manifest) {}
