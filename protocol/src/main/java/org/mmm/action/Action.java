package org.mmm.action;

import static org.mmm.action.Performer.ASKER;
import static org.mmm.action.Performer.HOLDER;
import static org.mmm.action.Performer.HUMAN;
import static org.mmm.action.Performer.ITEM;
import static org.mmm.action.Performer.NEW_ITEM;
import static org.mmm.action.Performer.NOT_OFFERED;
import static org.mmm.action.Performer.PARTS;
import static org.mmm.action.Performer.SESSION;
import static org.mmm.action.Performer.TRANSACTION;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Action table: every verb of MMM-ARC V1.2 and of MMM-TEC V2.2, said once. Parser, validator,
 * router, OpenAPI and help are made from it.
 *
 * <p>Each row: the name in ARC V1.2, the name in TEC V2.2 (a dash where the edition lacks it), the
 * API segment, the Service that answers, who performs, the complements (required ones with an
 * exclamation mark), what it yields in order, and what it means.
 */
public enum Action {
  REGISTER(
      "Register",
      "Register",
      "identity",
      MmmService.REGISTRATION,
      HUMAN,
      "With! By Into",
      "Account User Device Persona",
      "registers a human: makes an Account with its Processes and Personae"),
  HIDE(
      "Hide",
      "Hide",
      "identity",
      MmmService.IDENTIFICATION,
      NOT_OFFERED,
      "Nil! At With By",
      "Rights",
      "makes an Item's ID unavailable, until it is un-hidden"),
  IDENTIFY(
      "Identify",
      "Identify",
      "identity",
      MmmService.IDENTIFICATION,
      NEW_ITEM,
      "Nil! At With By Into",
      "Stream",
      "makes an Item out of Data"),
  MODIFY(
      "Modify",
      "Modify",
      "identity",
      MmmService.IDENTIFICATION,
      NOT_OFFERED,
      "Nil! At With By Into",
      "Item",
      "makes a new Item from an existing one, with new Data"),
  CHANGE(
      "Change",
      "Rights Change",
      "rights",
      MmmService.RIGHTS,
      HOLDER,
      "Nil At Of To By With!",
      "Rights",
      "grants or revokes Rights of a Process"),
  VALIDATE(
      "Validate",
      "Validate",
      "rights",
      MmmService.RIGHTS,
      NOT_OFFERED,
      "Nil By With!",
      "Validation",
      "checks that a Process holds Rights"),
  EXECUTE(
      "Execute",
      "Execute",
      "execute",
      MmmService.EXECUTION,
      NOT_OFFERED,
      "Nil! At By With",
      "Item",
      "runs a Program"),
  AUTHOR(
      "Author",
      "Author",
      "item",
      MmmService.AUTHOR,
      NEW_ITEM,
      "At By Into With!",
      "Item Room Rights",
      "obtains a new Item with Rights on it"),
  CONVERT(
      "Convert",
      "Convert",
      "item",
      MmmService.CONVERSION,
      NOT_OFFERED,
      "Nil At By Into With",
      "Item",
      "changes an Item's format"),
  AUTHENTICATE(
      "Authenticate",
      "Authenticate",
      "information",
      MmmService.AUTHENTICATION,
      NOT_OFFERED,
      "At By With!",
      "Authentication",
      "asks for proof that an Entity is what it claims"),
  DISCOVER(
      "Discover",
      "Discover",
      "information",
      MmmService.DISCOVERY,
      ASKER,
      "At By Into With!",
      "Item",
      "obtains the IDs of Items or Processes that fit a request"),
  INFORM(
      "Inform",
      null,
      "information",
      MmmService.INFORMATION,
      NOT_OFFERED,
      "Nil At By With",
      "Information",
      "obtains information about an Item"),
  INTERPRET(
      "Interpret",
      "Interpret",
      "information",
      MmmService.INTERPRETATION,
      NOT_OFFERED,
      "Nil At By With",
      "Interpretation",
      "obtains an interpretation of an Item"),
  POST(
      "Post",
      "Post",
      "economy",
      MmmService.MARKETPLACE,
      ITEM,
      "Nil! At By To With",
      "Rights",
      "puts an Asset on offer"),
  TRANSACT(
      "Transact",
      "Transact",
      "economy",
      MmmService.TRANSACTION,
      TRANSACTION,
      "Nil From To By With Into",
      "Transaction",
      "hands an Asset over at the price of its standing offer"),
  LICENSE(
      null,
      "License",
      "economy",
      MmmService.TRANSACTION,
      NOT_OFFERED,
      "Nil! To With",
      "Licence",
      "attaches a Licence to an Asset (draft in the standard)"),
  MM_SEND(
      "MM-Send",
      "MM-Send",
      "communicate",
      MmmService.COMMUNICATION,
      ITEM,
      "Nil! To! By With Into",
      "Message",
      "sends a Message or an Item to Processes; a Message sent to a place is said to all who watch"
          + " it"),
  RESOLVE(
      "Resolve",
      "Resolve",
      "communicate",
      MmmService.RESOLUTION,
      SESSION,
      "Nil At By Into To With!",
      "Resolution",
      "invites Processes of several M-Instances to a session, joins one, or leaves it"),
  MM_ADD(
      "MM-Add",
      "MM-Add",
      "locate",
      MmmService.LOCATION,
      ITEM,
      "Nil! At! By With",
      "",
      "places an Item at an M-Location"),
  MM_EMBED(
      "MM-Embed",
      null,
      "locate",
      MmmService.LOCATION,
      ITEM,
      "Nil! At! By From With",
      "",
      "places an Item, perceptibly, or displaces it"),
  MM_MOVE(
      null,
      "MM-Move",
      "locate",
      MmmService.LOCATION,
      ITEM,
      "Nil! From To! With",
      "",
      "displaces a placed Item"),
  MM_ANIMATE(
      "MM-Animate",
      "MM-Animate",
      "locate",
      MmmService.LOCATION,
      ITEM,
      "Nil! At By With!",
      "",
      "animates a placed Item with a Stream"),
  MM_CAPTURE(
      null,
      "MM-Capture",
      "locate",
      MmmService.LOCATION,
      NOT_OFFERED,
      "Nil! At With",
      "Item",
      "obtains what is seen from a Point of View"),
  MM_ENABLE(
      "MM-Enable",
      null,
      "locate",
      MmmService.LOCATION,
      ITEM,
      "Nil! At By With",
      "",
      "makes a placed Item perceptible"),
  MM_DISABLE(
      "MM-Disable",
      null,
      "locate",
      MmmService.LOCATION,
      ITEM,
      "Nil! At By With",
      "",
      "makes a placed Item imperceptible; the owner of a place puts a Persona out of it"),
  PROPERTY_CHANGE(
      null,
      "Property Change",
      "locate",
      MmmService.LOCATION,
      ITEM,
      "Nil! At With",
      "",
      "changes properties of a placed Item, among them its perceptibility"),
  TRACK(
      "Track",
      null,
      "locate",
      MmmService.LOCATION,
      PARTS,
      "Nil! At! By With",
      "Stream RItem",
      "couples a human with a Persona"),
  MU_ACTUATE(
      "MU-Actuate",
      "MU-Actuate",
      "export",
      MmmService.EXPORT_IMPORT,
      NEW_ITEM,
      "Nil! At! By With",
      "RItem",
      "renders an Item at a U-Location"),
  MU_EMBED(
      "MU-Embed",
      null,
      "export",
      MmmService.EXPORT_IMPORT,
      PARTS,
      "Nil! To! At! By With",
      "RItem",
      "sends an Item to a Device, which MU-Actuates it"),
  MU_SEND(
      "MU-Send",
      "MU-Send",
      "export",
      MmmService.EXPORT_IMPORT,
      NOT_OFFERED,
      "Nil! To! By With",
      "",
      "sends a Message out into the Universe"),
  MU_ADD(
      null,
      "MU-Add",
      "export",
      MmmService.EXPORT_IMPORT,
      NOT_OFFERED,
      "Nil! At! With",
      "",
      "places a rendered Item at a U-Location"),
  MU_ANIMATE(
      null,
      "MU-Animate",
      "export",
      MmmService.EXPORT_IMPORT,
      NOT_OFFERED,
      "Nil! At With",
      "",
      "animates a rendered Item"),
  MU_MOVE(
      null,
      "MU-Move",
      "export",
      MmmService.EXPORT_IMPORT,
      NOT_OFFERED,
      "Nil! From To With",
      "",
      "displaces a rendered Item"),
  UM_CAPTURE(
      "UM-Capture",
      "UM-Capture",
      "import",
      MmmService.EXPORT_IMPORT,
      NEW_ITEM,
      "Nil At! By Into With",
      "Data",
      "senses Data at a U-Location"),
  UM_SEND(
      "UM-Send",
      "UM-Send",
      "import",
      MmmService.EXPORT_IMPORT,
      ITEM,
      "Nil! To! By With",
      "",
      "sends captured Data to a User"),
  UM_ANIMATE(
      "UM-Animate",
      null,
      "import",
      MmmService.EXPORT_IMPORT,
      PARTS,
      "Nil! At! By With",
      "Stream",
      "captures motion and animates an Item with it"),
  UM_EMBED(
      "UM-Embed",
      null,
      "import",
      MmmService.EXPORT_IMPORT,
      PARTS,
      "Nil At! To! By With Into",
      "Item",
      "captures something real and places its replica"),
  UM_ACTUATE(
      null,
      "UM-Actuate",
      "import",
      MmmService.EXPORT_IMPORT,
      PARTS,
      "Nil At! To! With",
      "Item",
      "captures, identifies and places in one request");

  private final @Nullable String arcName;
  private final @Nullable String tecName;
  private final String segment;
  private final MmmService service;
  private final Performer performer;
  private final List<Slot> slots;
  private final List<String> yields;
  private final String purpose;

  Action(
      @Nullable String arcName,
      @Nullable String tecName,
      String segment,
      MmmService service,
      Performer performer,
      String slots,
      String yields,
      String purpose) {
    this.arcName = arcName;
    this.tecName = tecName;
    this.segment = segment;
    this.service = service;
    this.performer = performer;
    this.slots = words(slots).stream().map(Action::slot).toList();
    this.yields = words(yields);
    this.purpose = purpose;
  }

  /** The name in that edition, if it has this Action. */
  public Optional<String> name(Edition edition) {
    return Optional.ofNullable(edition == Edition.ARC_1_2 ? arcName : tecName);
  }

  public boolean in(Edition edition) {
    return name(edition).isPresent();
  }

  /** The name in that edition, or in the other one where this edition has none. */
  public String nameIn(Edition edition) {
    return name(edition).orElse(title());
  }

  /** The name in the oldest edition that has it: the spelling of logs and tables. */
  @JsonValue
  public String title() {
    if (arcName != null) return arcName;
    if (tecName != null) return tecName;
    throw new IllegalStateException("an Action stands in no edition");
  }

  /**
   * The MMM-API path below {@code /api}, such as {@code v2.2/locate/mm-add}, where the edition has
   * it.
   */
  public Optional<String> path(Edition edition) {
    return name(edition).map(n -> edition.path() + "/" + segment + "/" + pathWord(n));
  }

  public String segment() {
    return segment;
  }

  public MmmService service() {
    return service;
  }

  public Performer performer() {
    return performer;
  }

  public boolean offered() {
    return performer != NOT_OFFERED;
  }

  public boolean composite() {
    return performer == PARTS;
  }

  /** The complements it takes, in the order of the standard's table. */
  public List<Slot> slots() {
    return slots;
  }

  public boolean accepts(Preposition preposition) {
    return slots.stream().anyMatch(s -> s.preposition() == preposition);
  }

  /** The kinds of what it yields, in the order in which {@code Into} binds them. */
  public List<String> yields() {
    return yields;
  }

  /** One clause in the third person, for help and documentation. */
  public String purpose() {
    return purpose;
  }

  /**
   * The Action that some edition, an alias, or the third person calls so; two-word verbs with a
   * hyphen or a blank.
   */
  public static Optional<Action> ofVerb(String verb) {
    return Verbs.find(verb);
  }

  /** Every spelling that {@link #ofVerb} takes, for completion and suggestions. */
  public static List<String> spellings() {
    return Verbs.spellings();
  }

  @JsonCreator
  static Action parse(String verb) {
    return ofVerb(verb)
        .orElseThrow(() -> new IllegalArgumentException("no Action is called \"" + verb + "\""));
  }

  private static String pathWord(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static Slot slot(String word) {
    boolean required = word.endsWith("!");
    String name = required ? word.substring(0, word.length() - 1) : word;
    return new Slot(
        Arrays.stream(Preposition.values())
            .filter(p -> p.wireName().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no preposition " + name)),
        required);
  }
}
