// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileExtensionMatcher;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The templates that come with the program, and a folder whose files take their place. */
final class TemplateFolder {

    private static final String PACKED = "/dev/runmatrix/reports/templates";

    private final Optional<Path> folder;
    private final Configuration configuration;

    TemplateFolder(Optional<Path> folder) throws IOException {
        this.folder = folder;
        this.configuration = configuration(folder);
    }

    private static Configuration configuration(Optional<Path> folder) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        TemplateLoader packed = new ClassTemplateLoader(TemplateFolder.class, PACKED);
        configuration.setTemplateLoader(
                folder.isPresent()
                        ? new MultiTemplateLoader(new TemplateLoader[] {
                            new FileTemplateLoader(folder.get().toFile()), packed
                        })
                        : packed);
        configuration.setObjectWrapper(new ModelWrapper());
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setLocalizedLookup(false);
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setRegisteredCustomOutputFormats(List.of(MarkdownOutputFormat.INSTANCE));
        TemplateConfiguration markdown = new TemplateConfiguration();
        markdown.setOutputFormat(MarkdownOutputFormat.INSTANCE);
        configuration.setTemplateConfigurations(
                new ConditionalTemplateConfigurationFactory(new FileExtensionMatcher("ftlmd"), markdown));
        configuration.setSharedVariable("count", CountFunction.ofANumber());
        configuration.setSharedVariable("code", MarkdownFunction.span(MarkdownEscape::code));
        configuration.setSharedVariable("cellCode", MarkdownFunction.span(MarkdownEscape::cellCode));
        configuration.setSharedVariable("strong", MarkdownFunction.span(MarkdownEscape::strong));
        configuration.setSharedVariable("slug", MarkdownFunction.slug());
        configuration.setSharedVariable("rich", MarkdownFunction.sentence(MarkdownEscape::code));
        configuration.setSharedVariable("richCell", MarkdownFunction.sentence(MarkdownEscape::cellCode));
        configuration.setSharedVariable("fenced", MarkdownFunction.fenced());
        return configuration;
    }

    /** Fills a template. */
    String fill(String name, Map<String, ?> model) throws IOException, UnusableTemplateException {
        StringWriter out = new StringWriter();
        fill(name, model, out);
        return out.toString();
    }

    /** Fills a template, unless the text takes more bytes than that; it is given up as soon as this is known. */
    Optional<String> fill(String name, Map<String, ?> model, int mostBytes)
            throws IOException, UnusableTemplateException {
        ShortText out = new ShortText(mostBytes);
        try {
            fill(name, model, out);
        } catch (ShortText.TooLongException e) {
            return Optional.empty();
        }
        return Optional.of(out.toString()).filter(text -> text.getBytes(StandardCharsets.UTF_8).length <= mostBytes);
    }

    private void fill(String name, Map<String, ?> model, Writer out) throws IOException, UnusableTemplateException {
        try {
            Template template = configuration.getTemplate(name);
            template.process(model, out);
        } catch (ParseException e) {
            throw new UnusableTemplateException(
                    where(e.getTemplateName(), e.getLineNumber()) + ": " + firstLine(e.getEditorMessage()));
        } catch (TemplateNotFoundException e) {
            throw new UnusableTemplateException(e.getTemplateName() + ": no such template, neither packed"
                    + folder.map(f -> " nor in " + f).orElse(""));
        } catch (TemplateException e) {
            throw new UnusableTemplateException(where(e.getTemplateSourceName(), e.getLineNumber()) + ": "
                    + firstLine(e.getMessageWithoutStackTop()));
        }
    }

    private String where(String name, int line) {
        String file = folder.map(f -> f.resolve(name))
                .filter(Files::isRegularFile)
                .map(Path::toString)
                .orElse("templates/" + name);
        return file + ":" + line;
    }

    private static String firstLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("not usable");
    }

    Assets assets() throws IOException, UnusableTemplateException {
        return new Assets(asset("charts.css") + asset("report.css"), asset("report.js"));
    }

    /** The same with a further style sheet. */
    Assets assets(String more) throws IOException, UnusableTemplateException {
        Assets assets = assets();
        return new Assets(assets.css() + asset(more), assets.js());
    }

    private String asset(String name) throws IOException, UnusableTemplateException {
        String text = read(name).replace("\r\n", "\n");
        if (text.toLowerCase(Locale.ROOT).contains("</s")) {
            throw new UnusableTemplateException(name + ": holds '</s', which would end its element in the page");
        }
        return text;
    }

    private String read(String name) throws IOException, UnusableTemplateException {
        Optional<Path> own = folder.map(f -> f.resolve(name)).filter(Files::isRegularFile);
        if (own.isPresent()) {
            return Files.readString(own.get());
        }
        try (InputStream packed = TemplateFolder.class.getResourceAsStream(PACKED + "/" + name)) {
            if (packed == null) {
                throw new UnusableTemplateException(name + ": not among the packed templates; build the program again");
            }
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Map<String, ?> page(Object report, Assets assets) throws TemplateModelException {
        return Map.of("report", report, "style", assets.style(), "script", assets.script(), "policy", assets.policy());
    }
}
