package org.mmm.figures;

import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The figures of this node, for who brings some or wants to see all.
 *
 * @param actions where Process Actions are counted
 * @param keeper who is asked for the figures of all nodes
 * @param rooms who is asked for the live Rooms of all nodes
 * @param window over how long rates are taken
 * @param answerWithin how long an answer may take
 */
public record FiguresHere(
    ActionCounts actions,
    ActorRef<FiguresKeeper.Gather> keeper,
    ActorRef<RoomsKeeper.Gather> rooms,
    Duration window,
    Duration answerWithin) {}
