/** Ordinary first and last names, English and Spanish. Whoever bears one of them in life is not meant. */
export const WOMEN = [
  'Ana', 'Beth', 'Carmen', 'Claire', 'Dolores', 'Elena', 'Emma', 'Esther', 'Eva', 'Grace', 'Hannah', 'Inés', 'Irene', 'Isabel', 'Jane', 'Julia',
  'Karen', 'Laura', 'Lucía', 'Lucy', 'Marta', 'Mary', 'Megan', 'Nora', 'Nuria', 'Olivia', 'Paula', 'Pilar', 'Rachel', 'Rosa', 'Ruth', 'Sara',
  'Silvia', 'Sofía', 'Susan', 'Teresa', 'Valeria', 'Wendy', 'Yolanda', 'Zoe',
] as const;

export const MEN = [
  'Aaron', 'Alan', 'Álvaro', 'Andrés', 'Ben', 'Carlos', 'Daniel', 'David', 'Diego', 'Eric', 'Felipe', 'Frank', 'George', 'Héctor', 'Hugo', 'Iván',
  'Jaime', 'James', 'Javier', 'Joe', 'Jorge', 'José', 'Kevin', 'Luis', 'Manuel', 'Mark', 'Martín', 'Miguel', 'Noah', 'Óscar', 'Pablo', 'Paul',
  'Pedro', 'Peter', 'Rafael', 'Ramón', 'Sergio', 'Simon', 'Tom', 'Víctor',
] as const;

export const SURNAMES = [
  'Ortega', 'Hughes', 'Navarro', 'Bennett', 'Morales', 'Fletcher', 'Castillo', 'Harper', 'Vidal', 'Sutton', 'Romero', 'Palmer', 'Iglesias', 'Walsh',
  'Campos', 'Barker', 'Serrano', 'Doyle', 'Aguilar', 'Foster', 'Molina', 'Gibson', 'Delgado', 'Hayes', 'Cabrera', 'Lowe', 'Peña', 'Marsh', 'Soto',
  'Nolan', 'Rivas', 'Page', 'Lorenzo', 'Quinn', 'Herrero', 'Reeves', 'Santana', 'Shaw', 'Vega', 'Tanner', 'Cordero', 'Wade', 'Bravo', 'Yates',
  'Crespo', 'Abbott', 'Duarte', 'Brooks', 'Esteban', 'Chapman', 'Fuentes', 'Dixon', 'Gallego', 'Ellis', 'Hidalgo', 'Grant', 'Lozano', 'Howell',
  'Méndez', 'Jarvis',
] as const;

/** What people are called at home. */
export const NICKNAMES: Readonly<Record<string, string>> = {
  Andrés: 'Andy', Carmen: 'Menchu', Daniel: 'Dani', Dolores: 'Lola', Elena: 'Leni', Felipe: 'Pipe', George: 'Geo', Hannah: 'Han', Isabel: 'Isa',
  James: 'Jamie', Javier: 'Javi', José: 'Pepe', Karen: 'Kaz', Manuel: 'Manu', Miguel: 'Mike', Olivia: 'Liv', Pablo: 'Pabs', Rafael: 'Rafa',
  Rosa: 'Rosi', Susan: 'Sue', Teresa: 'Tere', Víctor: 'Vic', Yolanda: 'Yoli',
};
