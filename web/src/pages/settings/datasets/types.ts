/** The types that everybody knows; any other word of capitals is a type too. */
export const knownTypes = ['PEOPLE', 'POSITIONS', 'ROLES', 'ACTIVITIES', 'PROCESSES', 'COMPETENCIES', 'OBJECTIVES', 'PROJECTS', 'LOOKUP', 'SURVEY'];
