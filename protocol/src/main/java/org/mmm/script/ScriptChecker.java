package org.mmm.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mmm.action.Preposition;
import org.mmm.script.Finding.Severity;
import org.mmm.script.Operand.Name;

/**
 * Finds, without performing anything, what syntax does not: names used before they are bound, names
 * that look bound and are not, and reasons that nobody gives.
 */
public final class ScriptChecker {
  /** Reasons of the standard for which nothing here is refused. */
  private static final List<String> NEVER_GIVEN = List.of("PostRef", "LicRef", "ConvFail");

  /** Every reason that the standard's editions know. */
  static final List<String> REASONS =
      List.of(
          "FaultyPA",
          "FaultyReq",
          "IncID",
          "InsRights",
          "InsValue",
          "Clash",
          "MLocOOR",
          "ULocOOR",
          "LocOOR",
          "IncDQ",
          "QualNS",
          "ValueRQ",
          "Unable",
          "PostRef",
          "LicRef",
          "ConvFail");

  private final List<Finding> findings = new ArrayList<>();

  private ScriptChecker() {}

  /** What is doubtful in the script, in the order of its text; empty if nothing is. */
  public static List<Finding> check(Script script) {
    ScriptChecker checker = new ScriptChecker();
    Statements.each(script.lines(), checker::statement);
    checker.names(NameUses.of(script));
    return checker.findings.stream()
        .sorted(
            Comparator.<Finding>comparingInt(f -> f.error().line())
                .thenComparingInt(f -> f.error().column()))
        .toList();
  }

  private void statement(Statement statement) {
    if (!(statement instanceof Statement.Sentence sentence)) return;
    sentence.refusal().ifPresent(this::reason);
    boolean binds = !sentence.action().operands(Preposition.INTO).isEmpty();
    if (sentence.refusal().isPresent() && binds) {
      add(
          Severity.WARNING,
          sentence.at(),
          "a refused sentence binds nothing",
          Optional.of("leave its Into out"));
    }
  }

  private void reason(Name name) {
    String reason = name.text();
    if (NEVER_GIVEN.contains(reason)) {
      String message = "nothing here is refused for \"" + reason + "\"";
      add(Severity.WARNING, name.at(), message, Optional.empty());
    } else if (!REASONS.contains(reason)) {
      Optional<String> near = Spelling.hint(reason, REASONS);
      String all = "the reasons are " + String.join(", ", REASONS);
      add(
          Severity.ERROR,
          name.at(),
          "unknown reason \"" + reason + "\"",
          near.or(() -> Optional.of(all)));
    }
  }

  private void names(NameUses uses) {
    for (NameUses.Use use : uses.unbound()) {
      Optional<SourcePosition> later = uses.boundLater(use.name());
      if (later.isPresent()) {
        add(
            Severity.ERROR,
            use.at(),
            "\"" + use.name() + "\" is used before it is bound",
            Optional.of("it is bound in line " + later.get().line()));
      } else if (looksBound(use.name())) {
        add(
            Severity.WARNING,
            use.at(),
            "nothing in this script binds \"" + use.name() + "\"",
            Optional.of("it is taken for a real ID"));
      }
    }
  }

  /** A Kind and a number, as bound names are wont to be. */
  private static boolean looksBound(String name) {
    return name.matches("[A-Z][A-Za-z]*[0-9]+");
  }

  private void add(Severity severity, SourcePosition at, String message, Optional<String> hint) {
    findings.add(new Finding(severity, ScriptError.at(at, message, hint)));
  }
}
