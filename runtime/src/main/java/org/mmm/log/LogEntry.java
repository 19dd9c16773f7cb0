package org.mmm.log;

import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Hlc;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;

/**
 * One Process Action in the log of a Process that is its source, its destination or a complement.
 *
 * @param position counts the entries of this log from 1
 * @param processActionId the ID of the Process Action: the same in every log that has it
 * @param action what was asked
 * @param status how it was answered
 * @param destination in whose name it was answered
 * @param result the response side
 * @param began when its subject asked
 * @param at when it was answered, or took effect here
 */
public record LogEntry(
    long position,
    String processActionId,
    ProcessAction action,
    PaStatus status,
    String destination,
    @Nullable Complements result,
    Hlc began,
    Hlc at) {}
