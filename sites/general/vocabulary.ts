/*
 * What metadata call a thing, the most reliable name first. Highwire's `citation_` tags with those of BE Press and Eprints
 * are what Google Scholar reads: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing; Dublin Core as in
 * https://www.dublincore.org/specifications/dublin-core/dc-html/; PRISM: https://www.w3.org/submissions/prism/.
 */

/** Tags whose value is the title of a paper, whatever page they are on. */
export const scholarlyTitles = [
  'citation_title',
  'bepress_citation_title',
  'eprints.title',
  'wkhealth_title',
];
/** Tags whose value may be the title of any page. */
export const anyTitles = ['dc.title', 'dcterms.title', 'prism.title'];

/** Tags whose values are the authors of a paper, whatever page they are on. */
export const scholarlyAuthors = [
  'citation_author',
  'citation_authors',
  'bepress_citation_author',
  'eprints.creators_name',
  'wkhealth_authors',
];
export const authorNames = [
  ...scholarlyAuthors,
  'dc.creator',
  'dc.creator.personalname',
  'dcterms.creator',
  'dc.contributor',
];

export const dates = [
  'citation_publication_date',
  'citation_date',
  'bepress_citation_date',
  'eprints.date',
  'citation_cover_date',
  'citation_online_date',
  'prism.publicationdate',
  'dc.date.issued',
  'dc.date',
  'dcterms.issued',
  'dcterms.date',
  'dc.issued',
  'citation_year',
];

export const venues = [
  'citation_journal_title',
  'citation_conference_title',
  'citation_conference',
  'citation_inbook_title',
  'citation_book_title',
  'bepress_citation_journal_title',
  'eprints.publication',
  'prism.publicationname',
  'citation_technical_report_institution',
];

export const pdfs = ['citation_pdf_url', 'bepress_citation_pdf_url', 'eprints.document_url'];

/** Whole abstracts; `dc.description` may be shortened. */
export const abstracts = [
  'citation_abstract',
  'eprints.abstract',
  'dcterms.abstract',
  'dc.description.abstract',
];
export const descriptions = ['dc.description', 'dcterms.description'];

export const dois = [
  'citation_doi',
  'bepress_citation_doi',
  'prism.doi',
  'eprints.doi',
  'eprints.id_number',
  'dc.identifier.doi',
  'dc.identifier',
  'dcterms.identifier',
];
export const arxivIds = ['citation_arxiv_id'];
export const pmids = ['citation_pmid'];

/** What kind of thing the page shows. */
export const kinds = [
  'dc.type',
  'dc.type.articletype',
  'dcterms.type',
  'prism.section',
  'citation_article_type',
  'eprints.type',
];

/** What the site, its publisher and the journal call themselves. */
export const siteNames = [
  'og:site_name',
  'citation_publisher',
  'dc.publisher',
  'citation_journal_title',
  'prism.publicationname',
  'application-name',
];
