package org.vigil.release;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text for the readers of a release. It stands in the release as Markdown, and its reports say the same: both come from this one record.
 *
 * @param title what it is about
 * @param lead sentences before the first part, one passage each
 * @param parts in order
 */
public record Explanation(String title, List<String> lead, List<Part> parts) {
    /** Name of the file on how people are protected; releases for everybody have it. */
    public static final String CONFIDENTIALITY = "confidentiality.md";

    /** Name of the file on what the figures are computed by. */
    public static final String METHODS = "methods.md";

    private static final Pattern TITLE = Pattern.compile("# (.+)");
    private static final Pattern HEADING = Pattern.compile("## (.+)");
    private static final Pattern TERM = Pattern.compile("- \\*\\*([^*]+)\\*\\*: (.+)");

    /**
     * A part with its heading.
     *
     * @param heading what it is about
     * @param terms what is to be known, at least one
     */
    public record Part(String heading, List<Term> terms) {
        public Part {
            requireLine(heading);
            terms = List.copyOf(terms);
            if (terms.isEmpty()) {
                throw new IllegalArgumentException("Part \"" + heading + "\" of an explanation says nothing");
            }
        }

        /** A part of terms and texts in turn. */
        public static Part of(String heading, String... termsAndTexts) {
            List<Term> terms = new ArrayList<>();
            for (int i = 0; i < termsAndTexts.length; i += 2) {
                terms.add(new Term(termsAndTexts[i], termsAndTexts[i + 1]));
            }
            return new Part(heading, terms);
        }
    }

    /**
     * A term with what is to be known of it.
     *
     * @param term one or a few words, without asterisks
     * @param text whole sentences
     */
    public record Term(String term, String text) {
        public Term {
            requireLine(term);
            requireLine(text);
            if (term.contains("*")) {
                throw new IllegalArgumentException("Term \"" + term + "\" of an explanation holds an asterisk");
            }
        }
    }

    public Explanation {
        requireLine(title);
        lead = List.copyOf(lead);
        lead.forEach(Explanation::requireLine);
        parts = List.copyOf(parts);
    }

    private static void requireLine(String text) {
        if (text.isBlank() || text.contains("\n")) {
            throw new IllegalArgumentException("Found the text \"" + text + "\" in an explanation; expected one line");
        }
    }

    /** The text as Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# ").append(title).append('\n');
        lead.forEach(passage -> text.append('\n').append(passage).append('\n'));
        for (Part part : parts) {
            text.append("\n## ").append(part.heading()).append("\n\n");
            part.terms()
                    .forEach(term -> text.append("- **")
                            .append(term.term())
                            .append("**: ")
                            .append(term.text())
                            .append('\n'));
        }
        return text.toString();
    }

    /**
     * Reads what {@link #markdown()} wrote.
     *
     * @throws IllegalArgumentException if a line is none that it writes
     */
    public static Explanation parse(String markdown) {
        String title = "";
        List<String> lead = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        List<List<Term>> terms = new ArrayList<>();
        for (String line : markdown.lines().filter(one -> !one.isBlank()).toList()) {
            Matcher heading = HEADING.matcher(line);
            Matcher term = TERM.matcher(line);
            Matcher first = TITLE.matcher(line);
            if (title.isEmpty() && first.matches()) {
                title = first.group(1);
            } else if (heading.matches()) {
                headings.add(heading.group(1));
                terms.add(new ArrayList<>());
            } else if (!terms.isEmpty() && term.matches()) {
                terms.get(terms.size() - 1).add(new Term(term.group(1), term.group(2)));
            } else if (terms.isEmpty()) {
                lead.add(line);
            } else {
                throw new IllegalArgumentException("Found the line \"" + line + "\" in part \""
                        + headings.get(headings.size() - 1) + "\"; expected a term in bold with its text");
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            parts.add(new Part(headings.get(i), terms.get(i)));
        }
        return new Explanation(title, lead, parts);
    }
}
