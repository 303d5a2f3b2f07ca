// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Style sheet and script of the HTML report, which go into the page byte for byte, and their hashes, which are all that the
 * page's security policy lets run.
 *
 * @param css style sheet
 * @param js script
 */
record Assets(String css, String js) {

    TemplateHTMLOutputModel style() throws TemplateModelException {
        return HTMLOutputFormat.INSTANCE.fromMarkup(css);
    }

    TemplateHTMLOutputModel script() throws TemplateModelException {
        return HTMLOutputFormat.INSTANCE.fromMarkup(js);
    }

    /** The same for a page that has no script, and may run none. */
    Assets withoutScript() {
        return new Assets(css, "");
    }

    String policy() {
        String scripts = js.isEmpty() ? "" : "; script-src '" + hash(js) + "'";
        return "default-src 'none'; style-src '" + hash(css) + "'" + scripts
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
