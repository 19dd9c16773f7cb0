package org.mmm.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;

/**
 * A Process Action on its way: what its performer, and whoever is consulted, need to know of it. It
 * carries what was found out so far, so that nobody on the way has to remember it; the subject
 * alone repeats it.
 *
 * @param id subject, sequence number, part
 * @param action the sentence; for a part of a composite, that part
 * @param account the Account of the subject; empty for Services and the world
 * @param names what each name in the sentence was claimed for; a name that is missing names nothing
 * @param fresh names nobody has, for what the action yields, one per kind in the order of the
 *     Action table
 * @param grounds the May Rights of the subject that fit
 * @param notAfter nothing new is begun for it after this, epoch milliseconds
 * @param settle true: do not begin it; say what became of it, and if nothing, that it never will be
 * @param dryRun true: decide and tell, write nothing
 * @param settledBelow every earlier sequence number of this subject is answered and written; nobody
 *     need remember those
 * @param findings what was found out so far, in order
 * @param trial the composite of whose dry run this is a part; null if it is none
 */
public record Call(
    CallId id,
    ProcessAction action,
    String account,
    Map<String, Name> names,
    List<String> fresh,
    Grounds grounds,
    long notAfter,
    boolean settle,
    boolean dryRun,
    long settledBelow,
    List<Finding> findings,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Trial trial) {
  public Call {
    names = Map.copyOf(names);
    fresh = List.copyOf(fresh);
    findings = List.copyOf(findings);
    if (trial != null && !dryRun) throw new IllegalArgumentException("only a dry run has a trial");
  }

  /** A Process Action that is no part of a dry run. */
  public Call(
      CallId id,
      ProcessAction action,
      String account,
      Map<String, Name> names,
      List<String> fresh,
      Grounds grounds,
      long notAfter,
      boolean settle,
      boolean dryRun,
      long settledBelow,
      List<Finding> findings) {
    this(
        id,
        action,
        account,
        names,
        fresh,
        grounds,
        notAfter,
        settle,
        dryRun,
        settledBelow,
        findings,
        null);
  }

  /** The same, with one thing more found out. */
  public Call with(Finding finding) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(finding);
    return but(settle, dryRun, more, trial);
  }

  /** The same, as a part of that dry run. */
  public Call in(Trial of) {
    return but(settle, true, findings, of);
  }

  /** What earlier parts of a dry run would have brought about; nothing otherwise. */
  public List<Foreseen> foreseen() {
    return trial == null ? List.of() : trial.foreseen();
  }

  /** The same, run out: nothing of it is begun any more. */
  public Call settling() {
    return but(true, dryRun, findings, trial);
  }

  private Call but(boolean settles, boolean dry, List<Finding> found, @Nullable Trial of) {
    return new Call(
        id,
        action,
        account,
        names,
        fresh,
        grounds,
        notAfter,
        settles,
        dry,
        settledBelow,
        found,
        of);
  }

  /** The same, marked as run out if it is by then: it may have been long on its way. */
  public Call at(Moment now) {
    return settle || now.millis() <= notAfter ? this : settling();
  }

  /** What that entity answered to that question, if it was asked. */
  public Optional<Finding> found(Question question, String entity) {
    return findings.stream()
        .filter(f -> f.question() == question && f.entity().equals(entity))
        .findFirst();
  }

  /** What was answered to that question, whoever was asked. */
  public Optional<Finding> found(Question question) {
    return findings.stream().filter(f -> f.question() == question).findFirst();
  }

  /** Whether somebody has said yes to that question. */
  public boolean agreed(Question question) {
    return findings.stream().anyMatch(f -> f.question() == question && f.status().acknowledged());
  }

  /**
   * The ID of the Process in whose name it is asked; a Service's own ID, not that of its entity.
   */
  public String subject() {
    return action.source();
  }
}
