package org.vigil.profile;

import java.util.List;
import org.vigil.declaration.DeclarationException;
import org.vigil.declaration.Problem;

/** A source profile cannot be used; the message lists every problem with file and line. */
public final class ProfileException extends DeclarationException {
    private static final long serialVersionUID = 1;

    ProfileException(String file, List<Problem> problems) {
        super("The profile " + file, problems);
    }
}
