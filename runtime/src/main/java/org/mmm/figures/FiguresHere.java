package org.mmm.figures;

import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The figures of this node, for who brings some or wants to see all.
 *
 * @param actions where Process Actions are counted
 * @param keeper who is asked for the figures of all nodes
 * @param answerWithin how long that may take
 */
public record FiguresHere(
    ActionCounts actions, ActorRef<FiguresKeeper.Gather> keeper, Duration answerWithin) {}
