package org.vigil.config;

import java.util.List;
import org.vigil.declaration.DeclarationException;
import org.vigil.declaration.Problem;

/** A configuration cannot be used; the message lists every problem with file and line, those of its profiles included. */
public final class ConfigurationException extends DeclarationException {
    private static final long serialVersionUID = 1;

    ConfigurationException(String file, List<Problem> problems) {
        super("The configuration " + file, problems);
    }
}
