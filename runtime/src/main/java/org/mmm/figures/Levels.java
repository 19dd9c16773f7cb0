package org.mmm.figures;

import java.util.List;

/**
 * What is as it is at one moment, with nothing to be counted.
 *
 * @param node this node's name
 * @param journalKind embedded or cassandra
 * @param silentMillis see {@link Figures.JournalFigures}
 * @param waitingWrites writes that are not acknowledged yet
 */
public record Levels(
    String node,
    NodeState state,
    List<Figures.KindFigures> entities,
    long inFlight,
    String journalKind,
    boolean journalOpen,
    long silentMillis,
    long waitingWrites,
    Figures.EdgeFigures edge,
    long heapUsed,
    long heapMost,
    long threads,
    double cpu,
    Figures.DiskFigures disk) {}
