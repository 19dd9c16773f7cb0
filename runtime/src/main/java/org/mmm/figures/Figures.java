package org.mmm.figures;

import java.util.List;

/**
 * A node's most telling figures, over the last seconds and as they stand. Rates are per second over
 * {@link #windowSeconds}; times are milliseconds.
 *
 * @param node its name
 * @param windowSeconds over which rates and quantiles are taken; 0 right after the start, when
 *     there are none yet
 * @param state whether it serves
 * @param entities one for each kind
 * @param inFlight Process Actions on their way
 * @param actions one for each Action that was answered in the window, the most frequent first
 * @param refusals one for each way in which Process Actions were not performed, the most frequent
 *     first
 * @param journal writes and reads
 * @param edge connections
 * @param droppedPerSecond messages that reached nobody, or that a full queue let fall
 * @param jvm memory, processor, garbage collection
 * @param disk of the data directory
 * @param hotRooms the Rooms and other places on this node that get the most messages, busiest first
 */
public record Figures(
    String node,
    double windowSeconds,
    NodeState state,
    List<KindFigures> entities,
    long inFlight,
    List<ActionFigures> actions,
    List<RefusalFigures> refusals,
    JournalFigures journal,
    EdgeFigures edge,
    double droppedPerSecond,
    JvmFigures jvm,
    DiskFigures disk,
    List<RoomFigures> hotRooms) {
  public Figures {
    entities = List.copyOf(entities);
    actions = List.copyOf(actions);
    refusals = List.copyOf(refusals);
    hotRooms = List.copyOf(hotRooms);
  }

  /**
   * Entities of one kind on this node.
   *
   * @param kind process, service, item, place, directory, world
   * @param entities in memory, as the shards said last
   * @param shards on this node, as they said last
   * @param deferred messages that wait at these entities
   */
  public record KindFigures(String kind, long entities, long shards, long deferred) {}

  /**
   * One Action.
   *
   * @param action its title
   * @param perSecond how often it was answered
   * @param refusedPerSecond how often it was not performed
   * @param p50Millis half of them took at most so long
   * @param p99Millis 99 of 100 took at most so long
   */
  public record ActionFigures(
      String action,
      double perSecond,
      double refusedPerSecond,
      double p50Millis,
      double p99Millis) {}

  /**
   * One way in which Process Actions were not performed.
   *
   * @param reason as in the label {@code status} of {@code mmm_actions_seconds}
   */
  public record RefusalFigures(String reason, double perSecond) {}

  /**
   * The journal, as this node knows it.
   *
   * @param kind embedded or cassandra
   * @param open whether it takes writes
   * @param silentMillis how long ago the store that nodes share last took a word of this node; 0
   *     where it shares none
   * @param waiting writes that are not acknowledged yet
   */
  public record JournalFigures(
      String kind,
      boolean open,
      long silentMillis,
      double writesPerSecond,
      double writeP50Millis,
      double writeP99Millis,
      double readP99Millis,
      double failuresPerSecond,
      long waiting) {}

  /**
   * Connections of clients.
   *
   * @param sockets open WebSockets
   * @param frames messages that wait in them to be sent
   * @param sessions Processes in session
   */
  public record EdgeFigures(long sockets, long frames, long sessions) {}

  /**
   * The Java of this node.
   *
   * @param heapUsed bytes
   * @param heapMost bytes
   * @param cpu share of all processors, 0 to 1; below 0 if it is not known
   * @param collectionMillisPerSecond how much of each second garbage collection took
   */
  public record JvmFigures(
      long heapUsed,
      long heapMost,
      long threads,
      double cpu,
      double collectionsPerSecond,
      double collectionMillisPerSecond) {}

  /**
   * The disk that holds the data directory.
   *
   * @param free bytes
   * @param size bytes
   */
  public record DiskFigures(long free, long size) {}

  /**
   * A place and its load.
   *
   * @param room its ID
   * @param messagesPerSecond that it got
   */
  public record RoomFigures(String room, double messagesPerSecond) {}
}
