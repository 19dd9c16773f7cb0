package org.mmm.script;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mmm.action.Action;
import org.mmm.action.Preposition;
import org.mmm.script.Operand.Name;
import org.mmm.script.Statement.Domain;
import org.mmm.script.Statement.Expected;

/**
 * Which names a script binds, and which it uses before that. The text's order is taken for the
 * order of performance; a name with a variable in it, once bound, binds every name of its shape.
 */
final class NameUses {
  /** A name, and where it is first used without being bound. */
  record Use(String name, SourcePosition at) {}

  /** What a bound {@code Persona{i}} may be called when it is used: by its two ends. */
  private record Shape(String prefix, String suffix) {
    static Shape of(String template) {
      return new Shape(
          template.substring(0, template.indexOf('{')),
          template.substring(template.lastIndexOf('}') + 1));
    }

    boolean fits(String name) {
      return name.length() > prefix.length() + suffix.length()
          && name.startsWith(prefix)
          && name.endsWith(suffix);
    }
  }

  private static final Set<Action> CAPTURES = Set.of(Action.UM_CAPTURE, Action.MM_CAPTURE);

  private final Map<String, SourcePosition> bound = new LinkedHashMap<>();
  private final Set<Shape> shapes = new LinkedHashSet<>();
  private final Map<String, Use> unbound = new LinkedHashMap<>();

  private NameUses() {}

  static NameUses of(Script script) {
    NameUses uses = new NameUses();
    Statements.each(script.lines(), uses::statement);
    return uses;
  }

  List<Use> unbound() {
    return List.copyOf(unbound.values());
  }

  /** Where the script binds that name after all. */
  Optional<SourcePosition> boundLater(String name) {
    return Optional.ofNullable(bound.get(name));
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.Sentence s) sentence(s);
    if (statement instanceof Statement.Expect e) expect(e);
    if (statement instanceof Statement.Let let) {
      use(let.value());
      bind(let.name());
    }
    if (statement instanceof Statement.Wait wait) use(wait.time());
    if (statement instanceof Statement.Use context) use(context.context());
    if (statement instanceof Statement.Repeat repeat) use(repeat.count());
    if (statement instanceof Statement.For loop) {
      domain(loop.domain()).forEach(this::use);
      bind(loop.variable());
    }
  }

  private void sentence(Statement.Sentence sentence) {
    boolean performed = sentence.refusal().isEmpty();
    Phrase phrase = sentence.action();
    if (sentence.subject().text().matches("human[0-9]+")) bind(sentence.subject());
    use(sentence.subject());
    boolean captures = CAPTURES.contains(phrase.action());
    if (captures && performed) names(phrase.operands()).forEach(this::bind);
    if (!captures) phrase.operands().forEach(this::use);
    for (Complement complement : phrase.complements()) {
      boolean into = complement.preposition() == Preposition.INTO;
      if (!into) complement.operands().forEach(this::use);
    }
    if (performed) names(phrase.operands(Preposition.INTO)).forEach(this::bind);
  }

  /** Names that are new in an expectation match anything, and are bound unless it is negated. */
  private void expect(Statement.Expect expect) {
    if (expect.negated()) return;
    bindNew(expect.subject());
    if (expect.what() instanceof Expected.Act act) {
      names(act.action().operands()).forEach(this::bindNew);
      act.action().complements().forEach(c -> names(c.operands()).forEach(this::bindNew));
    } else if (expect.what() instanceof Expected.State state) {
      state.complements().forEach(c -> names(c.operands()).forEach(this::bindNew));
    }
  }

  private static List<Operand> domain(Domain domain) {
    if (domain instanceof Domain.Range range) return List.of(range.from(), range.to());
    return ((Domain.Each) domain).operands();
  }

  private static List<Name> names(List<Operand> operands) {
    return operands.stream().filter(Name.class::isInstance).map(Name.class::cast).toList();
  }

  /** What was used before without being bound is a real ID, and stays one. */
  private void bindNew(Name name) {
    if (!unbound.containsKey(name.text())) bind(name);
  }

  private void bind(Name name) {
    if (name.interpolated()) {
      variables(name);
      shapes.add(Shape.of(name.text()));
    } else {
      bound.putIfAbsent(name.text(), name.at());
    }
  }

  private void use(Operand operand) {
    if (operand instanceof Name name) {
      if (name.interpolated()) variables(name);
      else use(name.text(), name.at());
    } else if (operand instanceof Operand.Text text) {
      Interpolation.names(text.template()).forEach(n -> use(n, text.at()));
    } else if (operand instanceof Operand.Payload payload) {
      Interpolation.names(payload.json()).forEach(n -> use(n, payload.at()));
    } else if (operand instanceof Operand.Random random) {
      use(random.from());
      use(random.to());
    } else if (operand instanceof Operand.Pick pick) {
      pick.choices().forEach(this::use);
    } else if (operand instanceof Operand.Call call) {
      call.arguments().forEach(a -> use(a.value()));
    } else if (operand instanceof Operand.Rights rights) {
      rights.rights().forEach(this::right);
    }
  }

  private void right(RightPhrase right) {
    right.subject().ifPresent(this::use);
    right.pattern().operands().forEach(this::use);
    right.pattern().complements().forEach(c -> c.operands().forEach(this::use));
  }

  private void variables(Name name) {
    Interpolation.names(name.text()).forEach(n -> use(n, name.at()));
  }

  private void use(String name, SourcePosition at) {
    boolean known = bound.containsKey(name) || shapes.stream().anyMatch(s -> s.fits(name));
    if (!known) unbound.putIfAbsent(name, new Use(name, at));
  }
}
