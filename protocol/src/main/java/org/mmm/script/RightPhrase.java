package org.mmm.script;

import java.util.Optional;

/**
 * One Right, such as {@code May Granted MM-Embed Persona2 At Room1}.
 *
 * @param subject whose Action it is about; none: the holder's
 * @param pattern the Process Action, its open slots left out
 */
public record RightPhrase(
    Deontic deontic,
    Optional<RightLevel> level,
    Optional<Operand.Name> subject,
    Phrase pattern,
    SourcePosition at) {}
