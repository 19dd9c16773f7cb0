package org.mmm.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mmm.action.Action;
import org.mmm.action.Preposition;
import org.mmm.action.Slot;

/** Generators over the whole syntax tree. */
final class Scripts {
  private static final SourcePosition AT = SourcePosition.START;
  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

  private Scripts() {}

  static String join(List<String> pieces) {
    return String.join("", pieces);
  }

  static Arbitrary<Script> scripts() {
    return lines(2).map(Script::new);
  }

  private static Arbitrary<List<Line>> lines(int depth) {
    Arbitrary<Line> blank = comment().map(c -> new Line(Optional.empty(), c, "", AT));
    Arbitrary<Line> said =
        Combinators.combine(statement(depth), comment())
            .as((s, c) -> new Line(Optional.of(s), c, "", AT));
    return Arbitraries.oneOf(blank, said, said, said).list().ofMaxSize(4);
  }

  private static Arbitrary<Block> block(int depth) {
    return Combinators.combine(lines(depth - 1), comment()).as(Block::new);
  }

  private static Arbitrary<Optional<String>> comment() {
    return Arbitraries.strings()
        .withChars("ab #{}\"`é")
        .ofMaxLength(8)
        .map(String::strip)
        .optional(0.3);
  }

  private static Arbitrary<Statement> statement(int depth) {
    Arbitrary<Statement> simple = Arbitraries.oneOf(sentence(), sentence(), expect(), small());
    if (depth == 0) return simple;
    return Arbitraries.oneOf(simple, simple, Arbitraries.lazy(() -> blocks(depth)));
  }

  private static Arbitrary<Statement> blocks(int depth) {
    Arbitrary<Operand.Quantity> count =
        Arbitraries.integers().between(1, ScriptLimits.REPEATS).map(Scripts::num);
    Arbitrary<Statement.Domain> domain =
        Arbitraries.oneOf(
            Combinators.combine(operand(1), operand(1)).as(Statement.Domain.Range::new),
            operand(1).list().ofMinSize(1).ofMaxSize(3).map(Statement.Domain.Each::new));
    return Arbitraries.oneOf(
        Combinators.combine(count, block(depth)).as((c, b) -> new Statement.Repeat(c, b, AT)),
        Combinators.combine(plainName(), domain, block(depth))
            .as((n, d, b) -> new Statement.For(n, d, b, AT)),
        block(depth).map(b -> new Statement.Together(b, AT)));
  }

  private static Arbitrary<Statement> small() {
    return Arbitraries.oneOf(
        Combinators.combine(name(), operand(2)).as((n, o) -> new Statement.Let(n, o, AT)),
        time().map(t -> new Statement.Wait(t, AT)),
        text().map(t -> new Statement.Use(t, AT)),
        Arbitraries.longs().map(l -> new Statement.Seed(l, AT)));
  }

  private static Arbitrary<Statement> sentence() {
    return Combinators.combine(name(), phrase(2), name().optional(0.2))
        .as((s, p, r) -> new Statement.Sentence(s, p, r, AT));
  }

  private static Arbitrary<Statement> expect() {
    Arbitrary<Statement.Expected> what =
        Arbitraries.oneOf(
            phrase(1).map(Statement.Expected.Act::new),
            complements(state(), 1).filter(c -> !c.isEmpty()).map(Statement.Expected.State::new));
    return Combinators.combine(Arbitraries.of(true, false), name(), what, time().optional(0.3))
        .as((n, s, w, t) -> new Statement.Expect(n, s, w, t, AT));
  }

  private static List<Preposition> state() {
    return List.of(Preposition.AT, Preposition.OF, Preposition.WITH);
  }

  private static Arbitrary<Phrase> phrase(int depth) {
    List<String> verbs = Action.spellings().stream().filter(v -> v.indexOf(' ') < 0).toList();
    return Arbitraries.of(verbs).flatMap(verb -> phrase(verb, depth));
  }

  private static Arbitrary<Phrase> phrase(String verb, int depth) {
    Action action = Action.ofVerb(verb).orElseThrow();
    List<Preposition> taken =
        action.slots().stream().map(Slot::preposition).filter(p -> p != Preposition.NIL).toList();
    return Combinators.combine(operand(depth).list().ofMaxSize(2), complements(taken, depth))
        .as((object, complements) -> new Phrase(action, verb, object, complements, AT));
  }

  private static Arbitrary<List<Complement>> complements(List<Preposition> taken, int depth) {
    Arbitrary<List<Preposition>> some = Arbitraries.subsetOf(taken).map(List::copyOf);
    return some.flatMap(
        prepositions ->
            operand(depth)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .list()
                .ofSize(prepositions.size())
                .map(governed -> zip(prepositions, governed)));
  }

  private static List<Complement> zip(List<Preposition> words, List<List<Operand>> governed) {
    return java.util.stream.IntStream.range(0, words.size())
        .mapToObj(i -> new Complement(words.get(i), governed.get(i), AT))
        .toList();
  }

  private static Arbitrary<Operand> operand(int depth) {
    Arbitrary<Operand> leaf = Arbitraries.oneOf(name(), name(), text(), quantity(), payload());
    if (depth == 0) return leaf;
    return Arbitraries.oneOf(leaf, leaf, Arbitraries.lazy(() -> nested(depth)));
  }

  private static Arbitrary<Operand> nested(int depth) {
    Arbitrary<Operand.Argument> argument =
        Arbitraries.oneOf(
            Combinators.combine(quantity(), name().optional(0.3)).as(Operand.Argument::new),
            name().map(n -> new Operand.Argument(n, Optional.empty())),
            text().map(t -> new Operand.Argument(t, Optional.empty())));
    return Arbitraries.oneOf(
        operand(depth - 1).list().ofMinSize(1).ofMaxSize(3).map(c -> new Operand.Pick(c, AT)),
        Combinators.combine(name(), argument.list().ofMinSize(1).ofMaxSize(4))
            .as((k, a) -> new Operand.Call(k, a, AT)),
        Combinators.combine(name(), right(depth).list().ofMinSize(1).ofMaxSize(2))
            .as((k, r) -> new Operand.Rights(k, r, AT)));
  }

  private static Arbitrary<RightPhrase> right(int depth) {
    return Combinators.combine(
            Arbitraries.of(Deontic.values()),
            Arbitraries.of(RightLevel.values()).optional(),
            name().optional(0.2),
            phrase(depth - 1))
        .as((d, l, s, p) -> new RightPhrase(d, l, s, p, AT));
  }

  private static Arbitrary<Operand.Quantity> quantity() {
    Arbitrary<Operand.Quantity> random =
        Combinators.combine(
                Arbitraries.integers().between(-50, 0), Arbitraries.integers().between(0, 50))
            .as((from, to) -> new Operand.Random(num(from), num(to), AT));
    return Arbitraries.oneOf(decimal().map(Function.identity()), random);
  }

  private static Arbitrary<Operand.Num> decimal() {
    return Combinators.combine(
            Arbitraries.bigDecimals()
                .between(new BigDecimal(-9999), new BigDecimal(9999))
                .ofScale(3),
            Arbitraries.of(TimeUnit.values()).optional(0.2))
        .as((value, unit) -> new Operand.Num(value, unit, AT));
  }

  private static Arbitrary<Operand.Num> time() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 24), Arbitraries.of(TimeUnit.values()).optional())
        .as((n, unit) -> new Operand.Num(BigDecimal.valueOf(n), unit, AT));
  }

  private static Operand.Num num(int value) {
    return new Operand.Num(BigDecimal.valueOf(value), Optional.empty(), AT);
  }

  private static Arbitrary<Operand.Name> plainName() {
    return Arbitraries.of("i", "who", "Ä_1", "a-b.c", "x9").map(Operand.Name::of);
  }

  private static Arbitrary<Operand.Name> name() {
    return Arbitraries.oneOf(
        Arbitraries.of(
                "User1",
                "MM-Square",
                "Persona{i}",
                "{i}",
                "human-{run}.x",
                "Bob@b.example:8443",
                "At",
                "Post",
                "May",
                "every",
                "my room",
                "r#1",
                "ünï")
            .map(Operand.Name::of),
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(6)
            .filter(s -> s.chars().noneMatch(c -> c == '`' || c == '\n' || c == '\r'))
            .map(Operand.Name::of));
  }

  private static Arbitrary<Operand.Text> text() {
    return template().map(t -> new Operand.Text(t, AT));
  }

  private static Arbitrary<String> template() {
    Arbitrary<String> literal = Arbitraries.strings().ofMaxLength(6).map(Interpolation::escape);
    return Arbitraries.oneOf(literal, Arbitraries.of("{User1}", "{`my room`}", "{{", "\\\"\n"))
        .list()
        .ofMaxSize(3)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<Operand> payload() {
    return Combinators.combine(name(), object(2)).as((k, j) -> new Operand.Payload(k, j, AT));
  }

  private static Arbitrary<ObjectNode> object(int depth) {
    return Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), json(depth))
        .ofMaxSize(3)
        .map(
            members -> {
              ObjectNode node = JSON.objectNode();
              members.forEach(node::set);
              return node;
            });
  }

  private static Arbitrary<JsonNode> json(int depth) {
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            template().map(JSON::textNode),
            Arbitraries.integers().map(JSON::numberNode),
            Arbitraries.bigDecimals()
                .between(new BigDecimal(-9999), new BigDecimal(9999))
                .ofScale(2)
                .map(JSON::numberNode),
            Arbitraries.of(true, false).map(JSON::booleanNode),
            Arbitraries.of(1).map(one -> JSON.nullNode()));
    if (depth == 0) return leaf;
    Arbitrary<JsonNode> array =
        Arbitraries.lazy(() -> json(depth - 1))
            .list()
            .ofMaxSize(3)
            .map(elements -> JSON.arrayNode().addAll(elements));
    return Arbitraries.oneOf(leaf, leaf, array, Arbitraries.lazy(() -> object(depth - 1)));
  }
}
